using Orchestrator.Diagnostics;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Composition;

namespace Orchestrator.Cli.Verbs;

/// <summary>Reads definitions as a deployment would, and prints what is wrong with them.</summary>
internal static class LintVerb
{
    public static readonly Verb Verb = new("lint", "DIR|FILE", "Checks definitions as a deployment would; nothing is deployed.", [], RunAsync)
    {
        Details = "Prints path(line,column): error CODE: message [element] → remedy. Exit code 1 when there is an error; warnings alone give 0.",
    };

    private static Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var given = arguments.Single("a folder or a file");
        var path = terminal.PathOf(given);
        var resources = Directory.Exists(path) ? WorkflowFolder.Read(path) : [ReadFile(path, given)];
        if (resources.Count == 0) throw new UsageException($"Expected definitions (*.bpmn, *.form) in {given}, but there are none.");
        var diagnostics = DeploymentCompiler.Compile(resources).Diagnostics;
        foreach (var diagnostic in diagnostics) terminal.Out.WriteLine(diagnostic);
        var errors = diagnostics.Count(one => one.Descriptor.Severity == Severity.Error);
        terminal.Out.WriteLine($"{resources.Count} files, {errors} errors, {diagnostics.Length - errors} warnings");
        return Task.FromResult(errors > 0 ? ExitCode.Found : ExitCode.Fine);
    }

    private static DeploymentResource ReadFile(string path, string given)
    {
        if (!File.Exists(path)) throw new UsageException($"Expected a folder or a file, but there is no {given}.");
        var kind = WorkflowFolder.KindOf(path) ?? throw new UsageException($"Expected a .bpmn or .form file, but found {given}.");
        return new(Path.GetFileName(path), kind, File.ReadAllText(path));
    }
}
