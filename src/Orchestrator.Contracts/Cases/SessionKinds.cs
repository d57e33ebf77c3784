namespace Orchestrator.Contracts.Cases;

/// <summary>Kinds of group sessions: as processes write them (<c>incontro 1</c>) and as keys (<c>incontro-1</c>), which is how the registry calls a session's purpose.</summary>
public static class SessionKinds
{
    /// <summary>Everybody with the agreement is invited.</summary>
    public const string Presentation = "presentazione";

    /// <summary>Everybody whose booking was approved and who has not chosen yet is invited.</summary>
    public const string Operators = "operatori";

    /// <summary>The key of <paramref name="kind"/>.</summary>
    public static string KeyOf(string kind) => kind.Trim().ToLowerInvariant().Replace(' ', '-');

    /// <summary>Whether places are given to those who wait for them; else to everybody concerned.</summary>
    public static bool HasWaitingList(string purpose) => purpose is not (Presentation or Operators);
}
