using System.Security.Claims;
using Orchestrator.Contracts.Client;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2;

namespace Orchestrator.Server.Api;

/// <summary>Cases and agreements as the pages show them, with the rights of the account that asks.</summary>
internal static class CaseEndpoints
{
    private const int LimitUsual = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases", SearchAsync).Described("searchCases", "Cases that the account may see.").Produces<CasePage>();
        api.MapGet("/cases/{key}", OpenAsync).Described("getCase", "One case with its terms, tasks and incidents.").Produces<CaseDetail>();
        api.MapGet("/agreements", ListAsync).Described("listAgreements", "Agreements that the account may see.").Produces<IReadOnlyList<AgreementSummary>>();
        api.MapGet("/agreements/{key}", AgreementAsync).Described("getAgreement", "One agreement with its terms and lists.").Produces<AgreementDetail>();
    }

    private static async Task<IResult> SearchAsync(
        CaseState? state, string? search, int? offset, int? limit, ClaimsPrincipal principal, ICaseFile cases, CancellationToken cancellation) =>
        ClientAnswers.Of(await cases.SearchAsync(CurrentUser.Of(principal), new(state, search, offset ?? 0, limit ?? LimitUsual), cancellation));

    private static async Task<IResult> OpenAsync(string key, ClaimsPrincipal principal, ICaseFile cases, CancellationToken cancellation) =>
        ClientAnswers.Of(await cases.OpenAsync(CurrentUser.Of(principal), Keys.Read(key, "key"), cancellation));

    private static async Task<IResult> ListAsync(ClaimsPrincipal principal, IAgreements agreements, CancellationToken cancellation) =>
        ClientAnswers.Of(await agreements.ListAsync(CurrentUser.Of(principal), cancellation));

    private static async Task<IResult> AgreementAsync(string key, ClaimsPrincipal principal, IAgreements agreements, CancellationToken cancellation) =>
        ClientAnswers.Of(await agreements.OpenAsync(CurrentUser.Of(principal), key, cancellation));
}
