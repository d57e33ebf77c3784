using System.Collections.Immutable;
using Orchestrator.Dmn;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter;

/// <summary>When a decision has failed.</summary>
public static class DecisionFailures
{
    // What is missing gives null, as everywhere in a process, and null may be what a table wants to hear.
    private static readonly ImmutableArray<string> MissingOnly = [FeelDescriptors.UnknownVariable.Code, FeelDescriptors.UnknownProperty.Code, DmnDescriptors.MissingInput.Code];

    /// <summary>Why there is no result that could be used: the result is null for a reason other than something missing. Null when there is one, or null is it.</summary>
    public static FeelWarning? Of(DmnResult result) => result.Value.IsNull ? result.Warnings.FirstOrDefault(warning => !MissingOnly.Contains(warning.Code)) : null;
}
