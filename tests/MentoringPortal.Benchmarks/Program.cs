using MentoringPortal.Benchmarks;

switch (args)
{
    case ["paper"]:
        PaperBenchmark.Run(Console.Out);
        return 0;
    case ["matching"]:
        MatchingBenchmark.Run(Console.Out);
        return 0;
    case ["import"]:
        await ImportBenchmark.Run(Console.Out);
        return 0;
    case ["export", "list" or "template"]:
        ExportBenchmark.Run(Console.Out, args[1]);
        return 0;
    case ["coverage", var folder]:
        await new CoverageBenchmark(Console.Out).Run(folder);
        return 0;
    case ["pages", var folder]:
        await new PagesBenchmark(Console.Out).Run(folder);
        return 0;
    case ["pages", var folder, var login, var address]:
        await new PagesBenchmark(Console.Out).Explain(folder, login, address);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Name a benchmark: paper, matching, import, export list|template, coverage FOLDER, pages FOLDER. See README.md beside this file.");
        return 2;
}
