using MentoringPortal.Benchmarks;

switch (args)
{
    case ["paper"]:
        PaperBenchmark.Run(Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Name a benchmark: paper. See README.md beside this file.");
        return 2;
}
