namespace Orchestrator.Contracts.Cases;

/// <summary>What a validation found, in numbers only: this may travel on the bus.</summary>
/// <param name="Import">The import.</param>
/// <param name="Rows">All rows of the file, broken ones too.</param>
/// <param name="Good">Rows without an error.</param>
/// <param name="Bad">Rows with at least one error.</param>
/// <param name="Warned">Good rows with at least one warning.</param>
public sealed record ValidationSummary(Guid Import, int Rows, int Good, int Bad, int Warned);
