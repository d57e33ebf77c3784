using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Imports;

/// <summary>An uploaded file: its rows, or why the whole file is refused.</summary>
internal sealed record ImportFile(IReadOnlyList<FileRow> Rows, FieldProblem? Problem);
