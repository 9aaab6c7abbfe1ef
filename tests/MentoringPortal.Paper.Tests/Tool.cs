using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MentoringPortal.Paper.Tests;

/// <summary>Runs an independent reader of PDF as a process.</summary>
internal static class Tool
{
    /// <summary>What it printed; a tool that is absent, or that finds a fault, fails the test.</summary>
    public static string Read(byte[] pdf, string tool, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"paper-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var (exitCode, output) = Run(tool, [.. arguments.Select(argument => argument == "FILE" ? file : argument)]);
            exitCode.ShouldBe(0, output);
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int ExitCode, string Output) Run(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start)!;
            var errors = new StringBuilder();
            process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors);
        }
        catch (Win32Exception absent)
        {
            throw new InvalidOperationException($"'{tool}' is not installed: run tests/run.sh, which installs what the tests need.", absent);
        }
    }
}
