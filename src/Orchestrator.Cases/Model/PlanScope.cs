namespace Orchestrator.Cases.Model;

/// <summary>An area and profile of a relocation plan with the most workers who may ask for the voucher.</summary>
internal sealed class PlanScope
{
    public string AgreementCode { get; init; } = "";

    /// <summary>Place in the form, from 1.</summary>
    public required int Position { get; init; }

    public required string Area { get; init; }

    public required string Profile { get; init; }

    public string? Cp2021 { get; init; }

    public required int Quota { get; init; }
}
