using Orchestrator.Cli.Conformance;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Cli.Verbs;

/// <summary>Evaluates a decision of a DMN file.</summary>
internal static class DmnVerb
{
    private const string Input = "--input";

    public static readonly Verb Verb = new("dmn", "FILE DECISION [--input FILE|-]", "Evaluates a decision of a DMN file and says how it came about.",
        [new(Input, "FILE|-", "A JSON object of input data by name; - reads it from standard input.")], RunAsync)
    {
        Details = "Prints the value as JSON, then for each decision its inputs, the rules that matched, and for each other rule the first cell that failed.\n"
            + "DECISION is a name or an id, of a decision, a decision service or a business knowledge model. Models in the same folder can be imported.\n"
            + "Warnings go to standard error. Exit code 1 when the file has errors; a null with a warning gives 0.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Rest is not [var file, var decision]) throw new UsageException("Expected a DMN file and the name of a decision.");
        var path = terminal.PathOf(file);
        if (!File.Exists(path)) throw new UsageException($"Expected a DMN file, but there is no {file}.");
        var read = DmnReader.Read(new SourceText(file, await File.ReadAllTextAsync(path, cancellation)), DmnFolder.Others(path));
        foreach (var diagnostic in read.Diagnostics) terminal.Error.WriteLine(diagnostic);
        if (read.Model is not { } model || read.HasErrors) return ExitCode.Found;
        var inputs = await ReadAsync(arguments.Value(Input), terminal, cancellation);
        var environment = new FeelWorld(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), ItalianCalendars.Default).Now();
        var result = model.Evaluate(decision, inputs, environment) ?? model.Invoke(decision, inputs, environment)
            ?? throw new UsageException($"Expected one of the decisions {string.Join(", ", model.Elements.Where(one => one.Kind != DmnElementKind.InputData).Select(one => $"'{one.Name}'"))}, but found '{decision}'.");
        foreach (var warning in result.Warnings) terminal.Error.WriteLine(warning.ToDiagnostic());
        terminal.Out.WriteLine(FeelJson.Write(result.Value));
        foreach (var line in result.Decisions.SelectMany(Lines)) terminal.Out.WriteLine(line);
        return ExitCode.Fine;
    }

    private static IEnumerable<string> Lines(DecisionExplanation decision)
    {
        yield return $"decision {decision.Name} = {decision.Value}";
        foreach (var input in decision.Inputs) yield return $"  {input.Name} = {input.Value}";
        foreach (var line in decision.Tables.SelectMany(Lines)) yield return $"  {line}";
    }

    private static IEnumerable<string> Lines(TableExplanation table)
    {
        yield return $"table {table.Table.Name} ({table.Table.HitPolicy}) = {table.Value}";
        for (var i = 0; i < table.Inputs.Length; i++) yield return $"  {table.Table.Inputs[i]} = {table.Inputs[i]}";
        foreach (var (column, allowed) in table.Refused) yield return $"  no rule was looked at: {table.Table.Inputs[column - 1]} = {table.Inputs[column - 1]} is not one of {allowed}";
        foreach (var rule in table.Matched) yield return $"  rule {rule.Rule} matched: {string.Join(", ", rule.Outputs)}";
        foreach (var (rule, column) in table.Unmatched)
            yield return $"  rule {rule} did not: {table.Table.Inputs[column - 1]} = {table.Inputs[column - 1]} is not {table.Table.Rules[rule - 1].Inputs[column - 1]}";
    }

    private static async Task<FeelContext> ReadAsync(string? file, Terminal terminal, CancellationToken cancellation)
    {
        if (file is null) return FeelContext.Empty;
        var json = file == "-" ? await terminal.In.ReadToEndAsync(cancellation) : await File.ReadAllTextAsync(terminal.PathOf(file), cancellation);
        if (!FeelJson.TryRead(json, out var value, out var problem)) throw new UsageException($"Expected JSON in {file}, but: {problem}");
        return value as FeelContext ?? throw new UsageException($"Expected a JSON object in {file}, but found a {value.TypeName}.");
    }
}
