namespace Orchestrator.Contracts.Client;

/// <summary>What differs between two states of a process folder.</summary>
/// <param name="ProcessId">The process from whose page one came.</param>
/// <param name="Files">Files that differ, drawings first.</param>
public sealed record DefinitionComparison(string ProcessId, string Name, ComparedSide Before, ComparedSide After, IReadOnlyList<ChangedFile> Files);

/// <summary>One of the two sides.</summary>
/// <param name="Version">The version; null for a draft, 0 for the nothing that stands before a new process.</param>
/// <param name="Draft">The draft; null for a version.</param>
/// <param name="Revision">The revision of the draft.</param>
/// <param name="By">Who deployed or saved it, as a name to show where there is one.</param>
public sealed record ComparedSide(int? Version, Guid? Draft, int? Revision, string By, DateTimeOffset At);

/// <summary>How something differs.</summary>
public enum ChangeSign
{
    Added = 1,
    Removed = 2,
    Changed = 3,

    /// <summary>Only its place in the drawing differs.</summary>
    Moved = 4,
}

/// <summary>A file that differs.</summary>
/// <param name="Kind"><c>bpmn</c>, <c>dmn</c>, <c>form</c>, <c>scenario</c> or <c>other</c>.</param>
/// <param name="Before">The drawing before; null for other kinds and for a new file.</param>
/// <param name="After">The drawing after; null for other kinds and for a removed file.</param>
/// <param name="Changes">Its parts that differ, in the order of the file; empty where only the file as a whole can be told.</param>
public sealed record ChangedFile(string Name, string Kind, ChangeSign Sign, string? Before, string? After, IReadOnlyList<PartChange> Changes);

/// <summary>A part of a file that differs: an element of a drawing, a rule of a table, a field of a form.</summary>
/// <param name="Kind">The catalogue key of its kind, such as <c>userTask</c>, <c>boundaryEvent.timer</c>, <c>rule</c> or <c>field</c>.</param>
/// <param name="Id">Its id in the file.</param>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Place">What it stands in or at: the host of a boundary event, a table, the two ends of a flow.</param>
public sealed record PartChange(ChangeSign Sign, string Kind, string Id, string? Name, string? Place, IReadOnlyList<PropertyChange> Properties);

/// <summary>A property that differs.</summary>
/// <param name="Path">A stable path, such as <c>name</c>, <c>timerEventDefinition.timeDuration</c> or <c>ioMapping.input.source</c>.</param>
/// <param name="Of">Which of several, such as the target of an input; null for the only one.</param>
/// <param name="Before">Null when it was not there.</param>
/// <param name="After">Null when it is gone.</param>
public sealed record PropertyChange(string Path, string? Of, string? Before, string? After);
