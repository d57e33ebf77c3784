using System.Diagnostics;

namespace Orchestrator.Agencies.Tests.Support;

/// <summary>Asks an independent implementation: Debian's Python with its own libraries. Where it is missing, the test is ignored and says so.</summary>
internal static class DebianPython
{
    private const string Python = "/usr/bin/python3";

    /// <summary>What <paramref name="program"/> prints for <paramref name="input"/> on its standard input.</summary>
    public static string Ask(string module, string program, string input)
    {
        if (!File.Exists(Python) || Run($"import {module}", "").Code != 0)
            Assert.Ignore($"SKIPPED: {Python} with the module '{module}' is not installed (Debian: python3-{module}); nothing independent checked this.");
        var (code, output, errors) = Run(program, input);
        Assert.That(code, Is.Zero, errors);
        return output.Trim();
    }

    private static (int Code, string Output, string Errors) Run(string program, string input)
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(program);
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
