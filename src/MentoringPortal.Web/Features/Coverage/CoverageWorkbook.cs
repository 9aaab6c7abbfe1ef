using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>GET /coverage/export.xlsx: what the page shows.</summary>
public static class CoverageWorkbook
{
    public static byte[] Render(CoverageBoard board)
    {
        List<WorkbookColumn<CoverageRow>> columns =
        [
            new("Организация", r => r.Name, 30),
            new("Вид", r => OrganizationKinds.Of(r.Kind), 22),
            new("Охвачено, чел.", r => r.Share is { } share ? share.Covered : HiddenNumbers.Words, 14),
            new("Численность", r => r.Share is { } share ? share.Of ?? (object)"нет данных" : null, 14),
            new("Охват, %", r => Cut(r.Share?.Percent), 10),
            new("Не хватает до цели, чел.", r => r.Missing, 14),
            new("Участий", r => r.Share is null ? null : r.Participations, 10),
            .. board.Before is not { } before ? Array.Empty<WorkbookColumn<CoverageRow>>() :
            [
                new($"Охвачено на {before.On:dd.MM.yyyy}, чел.", r => r.Earlier?.Covered, 14),
                new($"Охват на {before.On:dd.MM.yyyy}, %", r => Cut(r.Earlier?.Percent), 12),
                new("Изменение, чел.", r => r.Share?.Covered - r.Earlier?.Covered, 12),
            ],
        ];
        List<string> notes =
        [
            $"На {board.On:dd.MM.yyyy}: {Populations.Of(board.Population)}. {board.Total?.ToString() ?? SmallGroups.Words}",
            board.Target is { } target ? $"Цель: не менее {target.Percent:0.##} % к {target.By:dd.MM.yyyy}" : "Цель не задана",
            .. board.Filter.Pills(board.Forms).Select(p => p.Text),
            .. board.WithoutFigures.Count == 0 ? (string[])[] : [$"Нет численности, в охват не вошли: {string.Join(", ", board.WithoutFigures)}"],
        ];
        return Workbooks.Table("Охват", "Охват наставничеством по организациям", notes, columns, board.Rows);
    }

    private static decimal? Cut(decimal? percent) => percent is { } exact ? Math.Truncate(exact * 10) / 10 : null;
}
