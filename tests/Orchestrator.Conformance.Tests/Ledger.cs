using Orchestrator.Cli.Conformance;

namespace Orchestrator.Conformance.Tests;

/// <summary>A run as a ledger: one line for each check, so that the diff of a golden file shows which checks moved.</summary>
internal static class Ledger
{
    private const int ReasonCharacters = 160;

    /// <summary><c>pass</c>, <c>pass(inexact)</c> or <c>fail(reason)</c>, then the check; the figures stand at the end.</summary>
    public static string Of(IReadOnlyCollection<KitCheck> checks) => string.Concat(checks.Select(Line).Concat(KitFigures.Of(checks).Lines).Select(line => line + "\n"));

    public static string Line(KitCheck check) => $"{Outcome(check)} {check.Folder} {check.File} {check.Case} {check.Result}".TrimEnd();

    private static string Outcome(KitCheck check) => check.Match switch
    {
        KitMatch.Exact => "pass",
        KitMatch.WithinAllowance => "pass(inexact)",
        _ => $"fail({Short(check.Failure!.ReplaceLineEndings(" "))})",
    };

    private static string Short(string reason) => reason.Length > ReasonCharacters ? $"{reason[..ReasonCharacters]}…" : reason;
}
