namespace MentoringPortal.Domain.Exchange;

/// <summary>Cells of a row as a reader sees them, with the row's number in its sheet.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>A visible sheet of a workbook, a CSV file, or what was pasted.</summary>
/// <param name="Since1904">Bare numbers that stand for days are counted from 1904.</param>
public sealed record SheetTable(string Name, IReadOnlyList<SheetRow> Rows, bool Since1904 = false);
