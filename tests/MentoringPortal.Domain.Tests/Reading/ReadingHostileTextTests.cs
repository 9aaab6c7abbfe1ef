using System.Diagnostics;
using CsCheck;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Reading;

/// <summary>The reader never throws and never hangs, whatever it is given.</summary>
public class ReadingHostileTextTests
{
    private static readonly string[] Pieces =
    [
        "ПРИКАЗ", "ПРИКАЗЫВАЮ:", "1.", "1.1.", "№ п/п", "Мероприятия", "Сроки", "Ответственные", "\t", "|", "---", "+----+", "  ", "\n", "«", "»", "\"", "<p>", "</p>", "<table><tr><td>",
        "до 31.12.2020", "«28»10.2020г", "№ 172/1", "г. Речной", "Приложение № 1", "Начальник", "И.И. Иванов", "(далее – МЦН)", "МЦН", "не менее 15%", "е-mail a@b.example", "____", "ФИО: ____",
        "на № __ от __", "О внедрении", "Руководителям", "- ", "1) ", ":", ";", ", ", "\u00AD", "\uFEFF", "99999999999999999999", "31.02.2021", "I квартал",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(AnyOf(Pieces), Gen.String[0, 12]).Array[0, 120].Select(p => string.Concat(p));

    private static Gen<string> AnyOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    [Fact]
    public void Read_RandomText_NeverThrows() =>
        Text.Sample(text => DocumentReadingJson.Serialize(DocumentReader.Read(OrderFixtures.FromText(text))).Length > 0, iter: 400);

    [Fact]
    public void Read_RandomTables_NeverThrow() =>
        Gen.OneOf(AnyOf(Pieces), Gen.String[0, 8]).Array[0, 6].Array[0, 8]
            .Sample(rows => DocumentReader.Read(new SourceDocument([new SourceTable([.. rows.Select(r => new SourceRow(r))])])).Document is not null, iter: 400);

    [Fact]
    public void Read_TwinsWithLinesLostDoubledAndCellsShuffled_NeverThrows()
    {
        var texts = OrderFixtures.Own().Where(n => n.EndsWith(".txt", StringComparison.Ordinal)).Select(OrderFixtures.Text).ToArray();
        Gen.Select(AnyOf(texts), Gen.Int[0, 3].Array[400]).Sample((text, dice) =>
        {
            var lines = text.Split('\n').SelectMany((line, i) => dice[i % dice.Length] switch
            {
                1 when i % 3 == 0 => [],
                2 when i % 5 == 0 => new[] { line, line },
                3 => [string.Join('\t', line.Split('\t').Reverse())],
                _ => [line],
            });
            return DocumentReader.Read(OrderFixtures.FromText(string.Join('\n', lines))).Document is not null;
        }, iter: 150);
    }

    [Theory]
    [InlineData("Об утверждении плана мероприятий до 31.12.2020 «дорожная карта» Иванов И.И. ")]
    [InlineData("((((((««««\"\"\"\"____....,,,,----")]
    [InlineData("1. Утвердить (приложение № 1)\n")]
    [InlineData("№ п/п\tМероприятия\tСроки\tОтветственные\n1\tОбучение\tмай 2021\tИМК\n")]
    [InlineData("| a | b |\n")]
    [InlineData("МЦН ОМС УМК РМК ")]
    public void Read_TenMegabytes_EndsAndSaysWhatWasLeft(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        var reading = DocumentReader.Read(OrderFixtures.FromText(text));

        reading.Document.ShouldNotBeNull();
        // Not a measure of speed: what does not end in a minute hangs.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Read_Nothing_GivesEmptyLists()
    {
        var reading = DocumentReader.Read(new SourceDocument([]));

        reading.Items.ShouldBeEmpty();
        reading.Unused.ShouldBeEmpty();
    }
}
