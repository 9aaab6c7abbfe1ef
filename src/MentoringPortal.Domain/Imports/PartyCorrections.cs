using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Imports;

/// <summary>Who the person says is meant by a party: a kind, the name of a unit, kinds of organizations (none – all).</summary>
public sealed record PartyChoice(PartyKind Kind, string? Unit, IReadOnlyList<OrganizationKind> OrganizationKinds)
{
    /// <summary>The party so understood; where nothing changes, as it was read.</summary>
    public ReadParty Apply(ReadParty party)
    {
        var same = party.Kind == Kind
            && (Kind != PartyKind.Unit || Unit is null || Unit == (party.Understood ?? party.Text))
            && party.OrganizationKinds.Order().SequenceEqual(OrganizationKinds.Order());
        return same ? party : party with { Kind = Kind, Understood = Unit ?? party.Understood, OrganizationKinds = OrganizationKinds };
    }
}

/// <summary>Corrections of who answers for a row or a clause.</summary>
public static class PartyCorrections
{
    /// <summary>
    /// Reads the parties, one a line. A line that stands in <paramref name="before"/> is understood as <paramref name="choices"/> say, which go by
    /// the order of <paramref name="before"/>; a new line is read like a cell of the paper.
    /// </summary>
    public static IReadOnlyList<ReadParty> Parties(this DocumentReading reading, string? lines, IReadOnlyList<ReadParty> before, IEnumerable<PartyChoice?> choices)
    {
        var chosen = before.Zip(choices).Where(pair => pair.Second is not null)
            .GroupBy(pair => pair.First.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Second!, StringComparer.Ordinal);
        return [.. Rereading.Parties(reading, lines).Select(party => chosen.TryGetValue(party.Text, out var choice) ? choice.Apply(party) : party)];
    }
}
