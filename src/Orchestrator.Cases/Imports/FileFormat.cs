namespace Orchestrator.Cases.Imports;

/// <summary>What a kind of file looks like.</summary>
/// <param name="FileName">What the format is called.</param>
/// <param name="Columns">Every column, in the order in which the format lists them; the file may have them in any order.</param>
/// <param name="Required">Columns that must be in the header and have a value in every row.</param>
internal sealed record FileFormat(string FileName, IReadOnlyList<string> Columns, IReadOnlyList<string> Required);
