using Orchestrator.Feel;

namespace Orchestrator.Cli.Conformance;

/// <summary>One result that a case of a DMN compatibility kit expects: one check.</summary>
/// <param name="Name">The decision; of a decision service with several outputs, one of these.</param>
/// <param name="Expected">FEEL's null where the kit expects null or an error.</param>
internal sealed record KitExpectation(string Name, FeelValue Expected);

/// <summary>A case: what is given, what is asked, what is expected.</summary>
/// <param name="Invocable">The decision service or business knowledge model to call; null when decisions are asked for by their names.</param>
internal sealed record KitCase(string Id, string? Invocable, FeelContext Inputs, IReadOnlyList<KitExpectation> Expectations);

/// <summary>A file of cases over one model.</summary>
internal sealed record KitFile(string ModelName, IReadOnlyList<KitCase> Cases);
