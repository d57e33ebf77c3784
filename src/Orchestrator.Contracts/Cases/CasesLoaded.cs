namespace Orchestrator.Contracts.Cases;

/// <summary>What became of the rows of a list, in numbers. Read the cases with <see cref="ICaseRegistry.ReadCasesAsync"/> by the list's key.</summary>
/// <param name="Added">Cases that the list brought.</param>
/// <param name="Known">Good rows whose person had a case in the crisis already.</param>
/// <param name="LeftOut">Rows with an error.</param>
public sealed record CasesLoaded(Guid Import, int Added, int Known, int LeftOut);
