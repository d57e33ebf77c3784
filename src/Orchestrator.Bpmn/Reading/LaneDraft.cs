namespace Orchestrator.Bpmn.Reading;

/// <summary>A lane: its name, and the candidate group that it gives (<c>orch:lane group</c>, else the name).</summary>
internal sealed record LaneDraft(string? Name, string? Group);
