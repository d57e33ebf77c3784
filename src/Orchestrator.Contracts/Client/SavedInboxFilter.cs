namespace Orchestrator.Contracts.Client;

/// <summary>A named filter of the inbox, kept on the server.</summary>
/// <param name="Id">The filter.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">The query of the inbox's address.</param>
/// <param name="SharedWith">The group that sees it too; null for the user's own.</param>
/// <param name="OwnerName">Who saved it; null when it is the user.</param>
/// <param name="MayDelete">The user may delete it.</param>
public sealed record SavedInboxFilter(Guid Id, string Name, string Query, string? SharedWith, string? OwnerName, bool MayDelete);

/// <summary>A filter to save.</summary>
public sealed record NewInboxFilter(string Name, string Query, string? SharedWith)
{
    public const int NameCharsMax = 60;
    public const int QueryCharsMax = 1_500;
}
