namespace Orchestrator.Cli;

/// <summary>What the program ends with; a script may rely on these.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing is wrong.</summary>
    public const int Fine = 0;

    /// <summary>Done, and something is wrong with what was looked at: a diagnostic of severity error, a failed scenario, a damaged history, an expression that gives no value.</summary>
    public const int Found = 1;

    /// <summary>Not done: a wrong command line, a missing file, a database that does not open.</summary>
    public const int NotDone = 2;
}
