namespace Orchestrator.Contracts.Client;

/// <summary>Signing in and out. The implementation writes and clears the session cookie of the current response.</summary>
public interface IAccounts
{
    /// <summary>
    /// Signs in and writes the cookie. Refused with <see cref="RefusalKind.NotSignedIn"/>: <c>WrongPassword</c> (also for an
    /// unknown name: the answer does not tell which), <c>LockedOut</c>.
    /// </summary>
    Task<Outcome<ActingUser>> SignInAsync(SignIn request, CancellationToken cancellation);

    /// <summary>Ends the session and clears the cookie; does nothing when nobody is signed in.</summary>
    Task SignOutAsync(CancellationToken cancellation);
}

/// <summary>What the sign-in page sends.</summary>
public sealed record SignIn(string UserName, string Password)
{
    /// <summary>Never prints the password.</summary>
    public override string ToString() => $"SignIn {{ UserName = {UserName} }}";
}
