namespace Orchestrator.Forms.Json;

/// <summary>Why a text is not JSON, and where.</summary>
internal sealed record JsonProblem(int Offset, string Expected, string Found);
