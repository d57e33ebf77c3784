namespace Orchestrator.Contracts.Cases.Http;

/// <summary>
/// The case registry over HTTP: every call of <see cref="ICaseRegistry"/> is a POST of one of these records to <c>/api/registry/…</c> by a service account.
/// Personal data travel in bodies, never in URLs. A refusal is 409 problem+json with the extension <c>code</c>.
/// </summary>
public static partial class RegistryRoutes
{
    public const string Prefix = "/api/registry";
    public const string StagedRows = "/staged-rows";
    public const string ExistingCases = "/existing-cases";
    public const string Verdicts = "/verdicts";
    public const string Validation = "/validation";
    public const string Centre = "/centre";
    public const string Centres = "/centres";
    public const string AllCentres = "/all-centres";
    public const string Cases = "/cases";
    public const string Sessions = "/sessions";
    public const string Recipients = "/recipients";
    public const string Convocations = "/convocations";
    public const string ConvocationResults = "/convocation-results";
}

public sealed record StagedRowsCall(Guid Import, int AfterRow, int Take, AccessReason Reason);

public sealed record ExistingCasesCall(Guid Import, IReadOnlyList<string> CanonicalCodes, AccessReason Reason);

public sealed record VerdictsCall(Guid Import, IReadOnlyList<RowVerdict> Verdicts, AccessReason Reason);

public sealed record ValidationCall(Guid Import, AccessReason Reason);

public sealed record CentreCall(string IstatCode, DateOnly Day);

public sealed record CentresCall(IReadOnlyList<string> IstatCodes, DateOnly Day);

public sealed record CasesCall(string Audience, string? AfterCase, int Take);

public sealed record RecipientsCall(string Audience, string? AfterCase, int Take, AccessReason Reason);

public sealed record ConvocationsCall(ConvocationRequest Request, AccessReason Reason);

public sealed record ConvocationResultsCall(string JobKey, string Session, IReadOnlyList<ConvocationResult> Results);
