namespace Orchestrator.Contracts.Cases;

/// <summary>One row of an import as it was uploaded; personal data.</summary>
/// <param name="RowNumber">Line of the file, the header being line 1: the number that a spreadsheet shows.</param>
/// <param name="Values">By names of <see cref="WorkerColumns"/>, without outer spaces; an absent column and an empty value are both absent here.</param>
public sealed record StagedRow(int RowNumber, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of <paramref name="column"/>, or an empty text.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");

    /// <summary>The number alone, so that a log never holds the person.</summary>
    public override string ToString() => FormattableString.Invariant($"Staged row {RowNumber}");
}
