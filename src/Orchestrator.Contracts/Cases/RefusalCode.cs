namespace Orchestrator.Contracts.Cases;

/// <summary>Stable names of the reasons for which the registry refuses.</summary>
public static class RefusalCode
{
    /// <summary>Nothing has this key.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The thing exists, but its state does not allow this.</summary>
    public const string WrongState = "WRONG_STATE";

    /// <summary>Somebody changed it since it was read.</summary>
    public const string Stale = "STALE";

    /// <summary>Somebody else has taken the slot in the meantime.</summary>
    public const string SlotTaken = "SLOT_TAKEN";

    /// <summary>A value is missing, too long or out of range.</summary>
    public const string Invalid = "INVALID";
}
