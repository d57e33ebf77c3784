using System.Collections.Immutable;
using Orchestrator.Feel.Builtins;

namespace Orchestrator.Feel;

/// <summary>The functions that expressions may call and that other tools for FEEL do not know, for editors that suggest them.</summary>
public static class FeelBuiltins
{
    /// <summary>The office functions, in the order of their documentation.</summary>
    public static ImmutableArray<FeelBuiltin> Office { get; } = [.. BuiltinTable.Office.Select(signature => new FeelBuiltin(signature.Name, [.. signature.Parameters.Select(parameter => parameter.Name)], signature.Text))];
}

/// <summary>A function.</summary>
/// <param name="Signature">As documented, with the types of its parameters; <c>?</c> marks one that may be left out.</param>
public sealed record FeelBuiltin(string Name, ImmutableArray<string> Parameters, string Signature);
