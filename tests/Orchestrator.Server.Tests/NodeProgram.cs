using System.Diagnostics;

namespace Orchestrator.Server.Tests;

/// <summary>Programs of Node beside the tests, with packages of their own.</summary>
internal static class NodeProgram
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    /// <summary>Installs the packages of the folder as its lock file says, runs the program and gives what it printed; it must end with 0.</summary>
    public static async Task<string> RunAsync(string folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var place = Path.Combine(TestContext.CurrentContext.TestDirectory, folder);
        await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], place, null);
        return await RunAsync("node", arguments, place, environment);
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string folder, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var longest = new CancellationTokenSource(s_longest);
        var output = process.StandardOutput.ReadToEndAsync(longest.Token);
        var errors = process.StandardError.ReadToEndAsync(longest.Token);
        await process.WaitForExitAsync(longest.Token);
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{await output}\n{await errors}");
        return await output;
    }
}
