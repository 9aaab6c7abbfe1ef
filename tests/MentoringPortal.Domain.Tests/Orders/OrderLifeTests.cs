using MentoringPortal.Domain.Orders;

namespace MentoringPortal.Domain.Tests.Orders;

/// <summary>A composed paper from its draft to force, and what others do to it.</summary>
public sealed class OrderLifeTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void Repealed_IsNotRevivedByAnAmendmentThatWasBegunBefore()
    {
        var first = InForce(Composed());
        var (amendment, repeal) = (Composed(first, OrderState.Amended), Composed(first, OrderState.Repealed));
        InForce(repeal);
        first.State.ShouldBe(OrderState.Repealed);
        amendment.Prepare();
        Should.Throw<DomainException>(() => amendment.Register("3", Day)).Message.ShouldContain("утратил силу");
        (first.State, amendment.State).ShouldBe((OrderState.Repealed, OrderState.Prepared));
    }

    [Fact]
    public void Code_OfASheetThatWentBackToWork_IsNoPapersAnyMore()
    {
        var order = Composed();
        order.Prepare();
        var printed = order.CheckCode;
        order.Rework();
        order.CheckCode.ShouldBeNull();
        order.Compose(Text("1. Совсем другое."), Day);
        order.Prepare();
        order.CheckCode.ShouldNotBeNull().ShouldNotBe(printed, "the sheet printed before bears another text");
    }

    [Fact]
    public void Prepare_WithAClauseLeftOpen_IsRefused()
    {
        var order = Composed();
        order.Compose(Text("1. Внести изменения:\n1.1. Исключить …\n2. Контроль оставляю за собой."), Day);
        Should.Throw<DomainException>(order.Prepare).Message.ShouldContain("1.1");
        order.CheckCode.ShouldBeNull();
    }

    [Theory, InlineData(OrderKind.Letter, OrderKind.Order), InlineData(OrderKind.Order, OrderKind.Letter)]
    public void Letter_NeitherChangesNorIsChanged(OrderKind kind, OrderKind changed) =>
        Should.Throw<DomainException>(() => new Order { Kind = kind }.Compose(Text("1. Делать.", InForce(Composed(kind: changed)), OrderState.Repealed), Day)).Message.ShouldContain("приказ");

    [Fact]
    public void Steps_OutOfTheirOrder_AreRefused()
    {
        var order = Composed();
        Should.Throw<DomainException>(() => order.Register("1", Day)).Message.ShouldContain("подготовьте");
        Should.Throw<DomainException>(() => order.Send(DateTime.UnixEpoch)).Message.ShouldContain("зарегистрируйте");
        Should.Throw<DomainException>(order.Rework);
        order.Prepare();
        Should.Throw<DomainException>(order.Prepare);
        Should.Throw<DomainException>(() => order.Compose(Text("1. Иначе."), Day));
        order.Register("1", Day);
        order.Send(DateTime.UnixEpoch);
        Should.Throw<DomainException>(() => order.Send(DateTime.UnixEpoch)).Message.ShouldContain("уже направлен");
        order.Recipients.Select(r => r.OrganizationId).ShouldBe([7]);
    }

    private static OrderText Text(string body, Order? changes = null, OrderState? to = null) => new("О работе", null, "ПРИКАЗЫВАЮ", null, body, null, null, null, [7], changes, to);

    private static Order Composed(Order? changes = null, OrderState? to = null, OrderKind kind = OrderKind.Order)
    {
        var order = new Order { Kind = kind };
        order.Compose(Text("1. Делать.", changes, to), Day);
        return order;
    }

    private static Order InForce(Order order)
    {
        order.Prepare();
        order.Register($"{Guid.NewGuid():N}", Day);
        order.Issue(Guid.NewGuid(), "0", Guid.NewGuid());
        return order;
    }
}
