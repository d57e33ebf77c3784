namespace Orchestrator.Cli;

/// <summary>One thing the program does.</summary>
/// <param name="Name">One or two words: <c>lint</c>, <c>admin create</c>.</param>
/// <param name="Usage">Its arguments, as help shows them.</param>
/// <param name="Summary">One line.</param>
/// <param name="Options">The options it takes.</param>
/// <param name="Run">Does it and gives an <see cref="ExitCode"/>.</param>
internal sealed record Verb(
    string Name, string Usage, string Summary, IReadOnlyList<Option> Options, Func<Arguments, Terminal, CancellationToken, Task<int>> Run)
{
    /// <summary>Further lines of help: how the answer reads, what the exit codes mean here.</summary>
    public string Details { get; init; } = "";
}

/// <summary>An option of a verb.</summary>
/// <param name="Name">With its dashes: <c>--at</c>.</param>
/// <param name="Value">What its value is called in help; null for a switch without one.</param>
/// <param name="Summary">One line.</param>
internal sealed record Option(string Name, string? Value, string Summary);
