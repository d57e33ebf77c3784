using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Cli.Verbs;

/// <summary>Evaluates a FEEL expression.</summary>
internal static class FeelVerb
{
    private const string Context = "--context";
    private const string Explain = "--explain";
    private const string ValueOnly = "--value-only";

    public static readonly Verb Verb = new("feel", "'EXPR' [--context FILE|-] [--explain it|en] [--value-only]", "Evaluates a FEEL expression and prints its value and its type.",
        [
            new(Context, "FILE|-", "A JSON object of variables; - reads it from standard input."),
            new(Explain, "it|en", "Prints how the office functions came to their results."),
            new(ValueOnly, null, "Prints the value alone, for scripts."),
        ], RunAsync)
    {
        Details = "The first line is the value as JSON (functions and ranges as FEEL), the second its type. Errors and warnings go to standard error with their place,\n"
            + "expression(line,column), and code. Exit code 1 when the expression cannot be read; a null with a warning gives 0.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var text = arguments.Single("an expression");
        var language = LanguageOf(arguments.Value(Explain));
        var variables = await ReadAsync(arguments.Value(Context), terminal, cancellation);
        var parse = FeelExpression.Parse(text, new FeelNames(variables.Names));
        if (parse.Expression is not { } expression)
        {
            foreach (var diagnostic in parse.Diagnostics) terminal.Error.WriteLine(diagnostic);
            return ExitCode.Found;
        }
        var world = new FeelWorld(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), ItalianCalendars.Default);
        var (result, explanations) = expression.Explain(variables, world.Now());
        foreach (var warning in result.Warnings) terminal.Error.WriteLine(warning.ToDiagnostic());
        terminal.Out.WriteLine(result.Value is FeelRange or FeelFunction ? result.Value.ToString() : FeelJson.Write(result.Value));
        if (!arguments.Has(ValueOnly)) terminal.Out.WriteLine(result.Value.TypeName);
        if (language is not { } words) return ExitCode.Fine;
        foreach (var explanation in explanations) terminal.Out.WriteLine($"\n{explanation.Function} = {explanation.Result}\n{explanation.Text(words)}");
        return ExitCode.Fine;
    }

    private static FeelLanguage? LanguageOf(string? word) => word switch
    {
        null => null,
        "it" => FeelLanguage.Italian,
        "en" => FeelLanguage.English,
        _ => throw new UsageException($"Expected it or en after {Explain}, but found '{word}'."),
    };

    private static async Task<FeelContext> ReadAsync(string? file, Terminal terminal, CancellationToken cancellation)
    {
        if (file is null) return FeelContext.Empty;
        var json = file == "-" ? await terminal.In.ReadToEndAsync(cancellation) : await File.ReadAllTextAsync(terminal.PathOf(file), cancellation);
        if (!FeelJson.TryRead(json, out var value, out var problem)) throw new UsageException($"Expected JSON in {file}, but: {problem}");
        return value as FeelContext ?? throw new UsageException($"Expected a JSON object in {file}, but found a {value.TypeName}.");
    }
}
