using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Tests.Organizations;

public sealed class PastedTableTests
{
    [Fact]
    public void Read_PlainRows_KeepsTheirNumbers_AndSkipsEmptyOnes()
    {
        var rows = PastedTable.Read("а\tб\r\n\r\n\t\t\r\nв\t г  д \r\n");
        rows.Select(r => (r.Number, string.Join('|', r.Cells))).ShouldBe([(1, "а|б"), (4, "в|г д")]);
        rows[0][5].ShouldBe("");
    }

    [Fact]
    public void Read_CellOfSeveralLines_IsOneCell()
    {
        var rows = PastedTable.Read("школа\t\"МБОУ\n\"\"Школа № 7\"\"\"\tадрес\nдалее\tдве");
        rows.Count.ShouldBe(2);
        rows[0].Cells.ShouldBe(["школа", "МБОУ \"Школа № 7\"", "адрес"]);
    }

    [Theory]
    [InlineData("\"Школа\" № 7\tб", "\"Школа\" № 7")]
    [InlineData("\"Ромашка\"\tб", "\"Ромашка\"")]
    [InlineData("\"Не закрыта\tб", "\"Не закрыта")]
    public void Read_QuotationMarksOfTheText_Stay(string line, string cell) => PastedTable.Read(line)[0].Cells[0].ShouldBe(cell);
}

public sealed class OrganizationKindsTests
{
    [Theory]
    [InlineData("Школа", OrganizationKind.School)]
    [InlineData("МБОУ СОШ", OrganizationKind.School)]
    [InlineData("лицей", OrganizationKind.School)]
    [InlineData("организация дополнительного образования", OrganizationKind.SupplementaryEducation)]
    [InlineData("детский сад", OrganizationKind.Kindergarten)]
    [InlineData("ДОУ", OrganizationKind.Kindergarten)]
    [InlineData("Техникум", OrganizationKind.College)]
    [InlineData("ИМК", OrganizationKind.MethodicalCentre)]
    [InlineData("предприятие-партнёр", OrganizationKind.Enterprise)]
    [InlineData("ВУЗ", OrganizationKind.University)]
    [InlineData("кружок", null)]
    [InlineData("", null)]
    public void Find_Words_GivesTheKind(string words, OrganizationKind? kind) => OrganizationKinds.Find(words).ShouldBe(kind);

    [Fact]
    public void Find_ItsOwnNames_GivesEachKind()
    {
        foreach (var (kind, name) in OrganizationKinds.All)
            OrganizationKinds.Find(name).ShouldBe(kind);
        OrganizationKinds.All.Select(k => k.Kind).ShouldBe(Enum.GetValues<OrganizationKind>(), ignoreOrder: true);
    }
}
