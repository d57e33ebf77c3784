using System.Diagnostics;

namespace Orchestrator.Browser.Tests;

public sealed class ScriptTests
{
    [Test]
    public async Task The_tests_of_the_pages_scripts_pass()
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["test"])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Orchestrator.Ui", "web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.That(npm.ExitCode, Is.Zero, await output + await errors);
    }
}
