using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Imports;

/// <summary>One party of the paper, however its rows spell it.</summary>
/// <param name="Party">As first written.</param>
/// <param name="Key">Equal for spellings of the same party.</param>
/// <param name="Items">Numbers of the rows it answers for.</param>
public sealed record PartyGroup(ReadParty Party, string Key, IReadOnlyList<string> Items);

/// <summary>The parties of the rows, each asked about once.</summary>
public static class PartyGroups
{
    public static IReadOnlyList<PartyGroup> Of(DocumentReading reading) =>
        [.. reading.Items.SelectMany(item => item.Responsible, (item, party) => (item.Number, Party: party))
            .GroupBy(row => KeyOf(row.Party), StringComparer.Ordinal)
            .Select(g => new PartyGroup(g.First().Party, g.Key, [.. g.Select(row => row.Number).Distinct()]))];

    public static string KeyOf(ReadParty party) => party.Kind switch
    {
        PartyKind.Department => nameof(PartyKind.Department),
        PartyKind.Organizations => $"{party.Kind}:{string.Join(',', party.OrganizationKinds.Order())}",
        _ => $"{party.Kind}:{SearchKey.Of(party.Understood ?? party.Text)}",
    };
}
