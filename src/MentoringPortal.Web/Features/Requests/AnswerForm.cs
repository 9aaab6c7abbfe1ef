using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>POST /requests/{requestId}/save, /send: what the school types. Numbers are words until they are read: a wrong one stays as typed.</summary>
public sealed class AnswerForm
{
    private const int LongestReason = 500;

    public int Version { get; set; }

    /// <summary>By «row_column».</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];

    public Dictionary<string, string?> Reasons { get; set; } = [];

    [StringLength(Lengths.Name), Display(Name = "Ответственный за реализацию программы (ФИО)")]
    public string? ResponsibleName { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Телефон")]
    public string? ResponsiblePhone { get; set; }

    public Responsible Responsible => new(Words(ResponsibleName), Words(ResponsiblePhone));

    /// <summary>The cells of the form; what cannot be read is said beside it.</summary>
    public List<StatedCell> Read(CountingForm? sheet, IReadOnlyCollection<MentoringForm> known, IReadOnlyDictionary<(int Row, int Column), int> counted, ModelStateDictionary errors)
    {
        var cells = new List<StatedCell>();
        for (var row = 0; row < (sheet?.Rows.Count ?? 0); row++)
            for (var column = 0; column < sheet!.Columns.Count; column++)
                if (sheet.KindOf(row, column, known) is not CellKind.Crossed and var kind)
                    cells.Add(Read(sheet, row, column, kind == CellKind.Counted ? counted[(row, column)] : null, errors));
        return cells;
    }

    private StatedCell Read(CountingForm sheet, int row, int column, int? counted, ModelStateDictionary errors)
    {
        var key = $"{row}_{column}";
        var reason = Words(Reasons.GetValueOrDefault(key));
        if (reason?.Length > LongestReason)
            errors.AddModelError($"Form.Reasons[{key}]", $"{sheet.NameOf(row, column)}: причина длиннее {LongestReason} знаков.");
        var text = Words(Cells.GetValueOrDefault(key))?.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (text is null)
            return new(row, column, counted, null, reason);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= StatedCell.Most)
            return new(row, column, counted, number, number == counted ? null : reason);
        errors.AddModelError($"Form.Cells[{key}]", $"{sheet.NameOf(row, column)}: нужно целое число от 0 до {StatedCell.Most:N0}, а вписано «{Cells[key]!.Trim()}».");
        return new(row, column, counted, null, reason);
    }

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>POST …/answers/{organizationId}/return, …/documents/{documentId}</summary>
public sealed class ReviewForm
{
    [StringLength(2000), Display(Name = "Что исправить в ответе")]
    public string? ReturnReason { get; set; }

    [StringLength(2000), Display(Name = "Что исправить в документе")]
    public string? DocumentReason { get; set; }

    /// <summary>What the document must contain and does.</summary>
    public List<string> Found { get; set; } = [];
}
