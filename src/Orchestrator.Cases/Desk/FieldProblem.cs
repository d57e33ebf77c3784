namespace Orchestrator.Cases.Desk;

/// <summary>Why a field of a form was not accepted.</summary>
/// <param name="Field">Path of the property in the request, indices from 0: <c>signingDate</c>, <c>scopes[2].quota</c>, <c>rows[12].reasonCode</c>; empty when the whole request is meant.</param>
/// <param name="Code">Stable, for tests and translation.</param>
/// <param name="Message">Italian, plain: what was expected and what to do.</param>
public sealed record FieldProblem(string Field, string Code, string Message);
