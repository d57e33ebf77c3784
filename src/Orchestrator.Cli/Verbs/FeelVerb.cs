using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Cli.Verbs;

/// <summary>Evaluates a FEEL expression.</summary>
internal static class FeelVerb
{
    private const string Context = "--context";

    public static readonly Verb Verb = new("feel", "'EXPR' [--context FILE|-]", "Evaluates a FEEL expression and prints its value as JSON.",
        [new(Context, "FILE|-", "A JSON object of variables; - reads it from standard input.")], RunAsync)
    {
        Details = "Warnings go to standard error. Exit code 1 when the expression cannot be read; a null with a warning gives 0.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var parse = FeelExpression.Parse(arguments.Single("an expression"));
        if (parse.Expression is not { } expression)
        {
            foreach (var diagnostic in parse.Diagnostics) terminal.Error.WriteLine(diagnostic);
            return ExitCode.Found;
        }
        var variables = await ReadAsync(arguments.Value(Context), terminal, cancellation);
        var world = new FeelWorld(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), ItalianCalendars.Default);
        var result = expression.Evaluate(variables, world.Now());
        foreach (var warning in result.Warnings) terminal.Error.WriteLine(warning);
        terminal.Out.WriteLine(FeelJson.Write(result.Value));
        return ExitCode.Fine;
    }

    private static async Task<FeelContext> ReadAsync(string? file, Terminal terminal, CancellationToken cancellation)
    {
        if (file is null) return FeelContext.Empty;
        var json = file == "-" ? await terminal.In.ReadToEndAsync(cancellation) : await File.ReadAllTextAsync(terminal.PathOf(file), cancellation);
        if (!FeelJson.TryRead(json, out var value, out var problem)) throw new UsageException($"Expected JSON in {file}, but: {problem}");
        return value as FeelContext ?? throw new UsageException($"Expected a JSON object in {file}, but found a {value.TypeName}.");
    }
}
