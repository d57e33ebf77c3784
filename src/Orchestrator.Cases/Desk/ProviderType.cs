namespace Orchestrator.Cases.Desk;

/// <summary>Who accompanies a worker with the voucher. The Italian names of forms and messages are in <see cref="ProviderTypeName"/>.</summary>
public enum ProviderType
{
    /// <summary>An employment centre.</summary>
    Centre = 1,

    /// <summary>An accredited private operator.</summary>
    PrivateOperator = 2,
}
