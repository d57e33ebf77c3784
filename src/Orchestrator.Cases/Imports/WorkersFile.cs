using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Imports;

/// <summary>A file of workers: its rows, or why the whole file is refused.</summary>
internal sealed record WorkersFile(IReadOnlyList<FileRow> Rows, FieldProblem? Problem);
