using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Imports;

/// <summary>Who a party most likely is; the person confirms or changes it before saving.</summary>
public static class ExecutorGuess
{
    public static ExecutorChoice For(ReadParty party, Register register) => party.Kind switch
    {
        PartyKind.Department => new(ExecutorAs.Department),
        PartyKind.Unit => UnitOf(party, register) ?? new(ExecutorAs.NewUnit),
        PartyKind.Outside => UnitOf(party, register) ?? new(ExecutorAs.Outside),
        PartyKind.Organizations => Organizations(party.OrganizationKinds),
        PartyKind.Person => PersonOf(party, register) ?? UnitOf(party, register) ?? new(ExecutorAs.Department),
        PartyKind.Role => UnitOf(party, register) ?? Organizations([]),
        _ => throw new ArgumentOutOfRangeException(nameof(party)),
    };

    private static ExecutorChoice Organizations(IReadOnlyList<OrganizationKind> kinds) =>
        new(ExecutorAs.Organizations) { Kinds = kinds.Count > 0 ? kinds : Register.Educational };

    /// <summary>The unit whose name or abbreviation the party says, whole or among other words («методист ИМК»).</summary>
    private static ExecutorChoice? UnitOf(ReadParty party, Register register)
    {
        var written = $" {SearchKey.Of(party.Text)} ";
        var understood = $" {SearchKey.Of(party.Understood)} ";
        var unit = register.Units.FirstOrDefault(u => Says(written, u.Abbreviation) || Says(written, u.Name) || Says(understood, u.Abbreviation) || Says(understood, u.Name));
        return unit is null ? null : new(ExecutorAs.Unit) { UnitId = unit.Id };
    }

    private static bool Says(string words, string name) => SearchKey.Of(name) is { Length: > 1 } key && words.Contains($" {key} ", StringComparison.Ordinal);

    private static ExecutorChoice? PersonOf(ReadParty party, Register register) =>
        register.People.FirstOrDefault(p => IsSamePerson(p.Name, party.Name)) switch
        {
            null => null,
            { UnitId: { } unit } => new(ExecutorAs.Unit) { UnitId = unit },
            { OrganizationId: { } organization } => new(ExecutorAs.Organizations) { OrganizationIds = [organization] },
            _ => new(ExecutorAs.Department),
        };

    /// <summary>«Лазарева И.П.», «И.П. Лазарева» and «Лазарева Инга Павловна» are one person: the surname whole, the rest by first letters.</summary>
    private static bool IsSamePerson(string registered, string? written)
    {
        var known = Parts(registered);
        var said = Parts(written);
        return known.Surname.Length > 1 && known.Surname == said.Surname
            && known.Initials.Zip(said.Initials).All(pair => pair.First == pair.Second);
    }

    private static (string Surname, string Initials) Parts(string? name)
    {
        var words = SearchKey.Of((name ?? "").Replace('.', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var surname = words.FirstOrDefault(w => w.Length > 1) ?? "";
        return (surname, string.Concat(words.Where(w => w != surname).Select(w => w[0])));
    }
}
