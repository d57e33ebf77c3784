namespace Orchestrator.Contracts.Cases;

/// <summary>
/// The registry refuses what it was asked, and asking again the same way will be refused again: a job that meets it fails without retry.
/// The message names what was expected and what was found, never personal data.
/// </summary>
public sealed class RegistryRefusedException : Exception
{
    /// <summary>Makes the refusal.</summary>
    public RegistryRefusedException(string code, string message)
        : base(message) => Code = code;

    /// <summary>Stable name of the reason, one of <see cref="RefusalCode"/>.</summary>
    public string Code { get; }
}
