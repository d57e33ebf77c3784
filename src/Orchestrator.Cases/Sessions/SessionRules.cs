using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Sessions;

/// <summary>What a session must be.</summary>
internal static class SessionRules
{
    private const int KeyCharsMax = 100;

    /// <summary>Refuses a request that names a key or a figure out of range.</summary>
    public static void Check(SessionRequest request)
    {
        CheckKey(nameof(request.Session), request.Session);
        CheckKey(nameof(request.Purpose), request.Purpose);
        CasesStore.CheckCount(nameof(request.DurationMinutes), request.DurationMinutes, CaseLimits.SessionMinutesMax);
        CasesStore.CheckCount(nameof(request.Capacity), request.Capacity, CaseLimits.SessionCasesMax);
    }

    /// <summary>Refuses what is no key: 1 to 100 letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, <c>:</c>.</summary>
    public static void CheckKey(string what, string key)
    {
        if (key.Length is 0 or > KeyCharsMax || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':'))
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected {what} of 1 to {KeyCharsMax} letters, digits, '-', '_', '.' or ':', but found {key.Length} characters or another sign."));
    }
}
