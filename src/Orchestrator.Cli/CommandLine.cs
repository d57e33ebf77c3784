namespace Orchestrator.Cli;

/// <summary>Finds the verb, reads its arguments, runs it, and turns what goes wrong into one sentence and an exit code.</summary>
internal sealed class CommandLine(IReadOnlyList<Verb> verbs)
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, Terminal terminal, CancellationToken cancellation)
    {
        if (words.Count == 0 || words[0] is "--help" or "-h" or "help")
            return Help(words.Skip(1).ToList(), terminal);
        if (words[0] == "--version")
        {
            terminal.Out.WriteLine(typeof(CommandLine).Assembly.GetName().Version?.ToString(3));
            return ExitCode.Fine;
        }
        var verb = Find(words);
        if (verb is null)
        {
            terminal.Error.WriteLine($"Unknown command '{words[0]}'. Known: {string.Join(", ", verbs.Select(known => known.Name))}.");
            return ExitCode.NotDone;
        }
        var rest = words.Skip(verb.Name.Split(' ').Length).ToList();
        if (rest is ["--help" or "-h", ..]) return Explain(verb, terminal);
        return await RunAsync(verb, rest, terminal, cancellation);
    }

    private static async Task<int> RunAsync(Verb verb, List<string> words, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            return await verb.Run(Arguments.Read(words, verb.Options), terminal, cancellation);
        }
        catch (UsageException wrong)
        {
            terminal.Error.WriteLine(wrong.Message);
            terminal.Error.WriteLine($"Usage: {verb.Name} {verb.Usage}");
            return ExitCode.NotDone;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(wrong.Message);
            return ExitCode.NotDone;
        }
    }

    private Verb? Find(IReadOnlyList<string> words) => verbs.FirstOrDefault(verb => verb.Name.Split(' ') is var name
        && words.Count >= name.Length && name.SequenceEqual(words.Take(name.Length)));

    private int Help(List<string> about, Terminal terminal)
    {
        if (about.Count > 0 && Find(about) is { } verb) return Explain(verb, terminal);
        terminal.Out.WriteLine("Orchestrator: processes drawn in BPMN 2.0, run durably, with a history that can be verified.");
        terminal.Out.WriteLine();
        var width = verbs.Max(each => each.Name.Length);
        foreach (var each in verbs) terminal.Out.WriteLine($"  {each.Name.PadRight(width)}  {each.Summary}");
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("COMMAND --help says more. Exit codes: 0 nothing wrong, 1 something wrong was found, 2 not done.");
        return ExitCode.Fine;
    }

    private static int Explain(Verb verb, Terminal terminal)
    {
        terminal.Out.WriteLine($"{verb.Name} {verb.Usage}");
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(verb.Summary);
        if (verb.Details.Length > 0) terminal.Out.WriteLine(verb.Details);
        foreach (var option in verb.Options) terminal.Out.WriteLine($"  {option.Name} {option.Value}".PadRight(24) + option.Summary);
        return ExitCode.Fine;
    }
}
