namespace Orchestrator.Cases.Model;

/// <summary>A row of an import while nobody has entered it; personal data that are erased when the row is entered or the import is rejected.</summary>
internal sealed class StagedLine
{
    public required Guid ImportId { get; init; }

    /// <summary>Line of the file, the header being line 1.</summary>
    public required int RowNumber { get; init; }

    /// <summary>The row is no proper CSV: it is answered at upload and no agency sees it.</summary>
    public required bool Broken { get; init; }

    /// <summary>The row's values by column as a JSON object; null after erasure.</summary>
    public required string? Values { get; set; }

    /// <summary>Null while there is no verdict.</summary>
    public bool? IsGood { get; set; }

    /// <summary>Null when it could not be read, and after erasure.</summary>
    public string? CanonicalCf { get; set; }

    public string? CentreCode { get; set; }

    /// <summary>The case that the row became or that the person had already.</summary>
    public string? CaseId { get; set; }

    public List<RowFinding> Findings { get; init; } = [];

    /// <summary>What the line told stands elsewhere now, or is not ours to keep.</summary>
    public void Erase() => (Values, CanonicalCf) = (null, null);
}
