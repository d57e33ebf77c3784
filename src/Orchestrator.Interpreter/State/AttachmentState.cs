namespace Orchestrator.Interpreter.State;

/// <summary>A file that lies with a task.</summary>
public sealed record AttachmentState(AttachedFile File, ScopeKey Task, string By, DateTimeOffset At);
