using System.Text.Json;

namespace Orchestrator.Server.V2.Elements;

/// <summary>Begins elements of a running ad-hoc sub-process, all or none; what was begun before is ended first when <see cref="CancelRemainingInstances"/>.</summary>
internal sealed record AdHocActivationRequest
{
    public required IReadOnlyList<AdHocElementRequest?>? Elements { get; init; }
    public bool? CancelRemainingInstances { get; init; }
}

/// <summary>An element without incoming flows, and the variables that its path begins with.</summary>
internal sealed record AdHocElementRequest
{
    public required string? ElementId { get; init; }
    public JsonElement? Variables { get; init; }
}
