using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>What the decision did.</summary>
/// <param name="Created">Cases that the import brought. Read them with <see cref="ICaseRegistry.ReadCasesAsync"/> by the import's key.</param>
/// <param name="Existing">Good rows whose person got a case in the crisis by another way since the validation: not entered again.</param>
/// <param name="LeftOut">Rows with an error; their values stay for the report.</param>
public sealed record ImportDecided(Guid Import, ImportState State, int Created, int Existing, int LeftOut);
