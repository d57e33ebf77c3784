namespace Orchestrator.Hosting.Accounts;

/// <summary>An account to be made.</summary>
/// <param name="UserName">The actor in histories: letters, digits, <c>-._+</c>; never a tax code or an e-mail address.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Roles">Of <see cref="Contracts.Client.Roles"/>.</param>
/// <param name="Groups">Candidate groups.</param>
public sealed record NewAccount(string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups);
