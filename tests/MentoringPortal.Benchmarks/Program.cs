using MentoringPortal.Benchmarks;

switch (args)
{
    case ["paper"]:
        PaperBenchmark.Run(Console.Out);
        return 0;
    case ["matching"]:
        MatchingBenchmark.Run(Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Name a benchmark: paper, matching. See README.md beside this file.");
        return 2;
}
