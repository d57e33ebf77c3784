namespace Orchestrator.Worker;

/// <summary>The name this worker signs its answers with: agency and machine, for example <c>apl@server-1</c>.</summary>
public sealed record WorkerName(string Value);
