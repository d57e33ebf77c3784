using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Cases.Http;

namespace Orchestrator.Worker;

/// <summary>
/// The case registry for an agency in a process of its own. <see cref="HttpClient.BaseAddress"/> is the server; the client carries the service account.
/// A refusal becomes <see cref="RegistryRefusedException"/>; whatever else goes wrong is an <see cref="HttpRequestException"/> and may be tried again.
/// </summary>
public sealed partial class HttpCaseRegistry(HttpClient http) : ICaseRegistry
{
    /// <summary>How bodies are written on both sides: enums by name, as in the API.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public Task<StagedPage> ReadStagedRowsAsync(Guid import, int afterRow, int take, AccessReason reason, CancellationToken cancellation) =>
        AskAsync<StagedRowsCall, StagedPage>(RegistryRoutes.StagedRows, new(import, afterRow, take, reason), cancellation);

    public async Task<IReadOnlyList<ExistingCase>> FindExistingCasesAsync(Guid import, IReadOnlyList<string> canonicalCodes, AccessReason reason, CancellationToken cancellation) =>
        await AskAsync<ExistingCasesCall, List<ExistingCase>>(RegistryRoutes.ExistingCases, new(import, canonicalCodes, reason), cancellation);

    public Task ReportVerdictsAsync(Guid import, IReadOnlyList<RowVerdict> verdicts, AccessReason reason, CancellationToken cancellation) =>
        TellAsync(RegistryRoutes.Verdicts, new VerdictsCall(import, verdicts, reason), cancellation);

    public Task<ValidationSummary> CompleteValidationAsync(Guid import, AccessReason reason, CancellationToken cancellation) =>
        AskAsync<ValidationCall, ValidationSummary>(RegistryRoutes.Validation, new(import, reason), cancellation);

    public Task<CentreAnswer> FindCentreAsync(string istatCode, DateOnly day, CancellationToken cancellation) =>
        AskAsync<CentreCall, CentreAnswer>(RegistryRoutes.Centre, new(istatCode, day), cancellation);

    public async Task<IReadOnlyList<CentreAnswer>> FindCentresAsync(IReadOnlyList<string> istatCodes, DateOnly day, CancellationToken cancellation) =>
        await AskAsync<CentresCall, List<CentreAnswer>>(RegistryRoutes.Centres, new(istatCodes, day), cancellation);

    public async Task<IReadOnlyList<EmploymentCentreView>> ListCentresAsync(CancellationToken cancellation) =>
        await AskAsync<object, List<EmploymentCentreView>>(RegistryRoutes.AllCentres, new object(), cancellation);

    public Task<CasePage> ReadCasesAsync(string audience, string? afterCase, int take, CancellationToken cancellation) =>
        AskAsync<CasesCall, CasePage>(RegistryRoutes.Cases, new(audience, afterCase, take), cancellation);

    public Task<SessionPlaces> AssignSessionAsync(SessionRequest session, CancellationToken cancellation) =>
        AskAsync<SessionRequest, SessionPlaces>(RegistryRoutes.Sessions, session, cancellation);

    public Task<RecipientPage> ReadRecipientsAsync(string audience, string? afterCase, int take, AccessReason reason, CancellationToken cancellation) =>
        AskAsync<RecipientsCall, RecipientPage>(RegistryRoutes.Recipients, new(audience, afterCase, take, reason), cancellation);

    public async Task<IReadOnlyList<Convocation>> PrepareConvocationsAsync(ConvocationRequest request, AccessReason reason, CancellationToken cancellation) =>
        await AskAsync<ConvocationsCall, List<Convocation>>(RegistryRoutes.Convocations, new(request, reason), cancellation);

    public Task RecordConvocationsAsync(string jobKey, string session, IReadOnlyList<ConvocationResult> results, CancellationToken cancellation) =>
        TellAsync(RegistryRoutes.ConvocationResults, new ConvocationResultsCall(jobKey, session, results), cancellation);

    private async Task<TAnswer> AskAsync<TCall, TAnswer>(string route, TCall call, CancellationToken cancellation)
    {
        using var response = await PostAsync(route, call, cancellation);
        return await response.Content.ReadFromJsonAsync<TAnswer>(Json, cancellation)
            ?? throw new HttpRequestException($"Expected {route} to answer with a body, but it is empty.");
    }

    private async Task TellAsync<TCall>(string route, TCall call, CancellationToken cancellation) =>
        (await PostAsync(route, call, cancellation)).Dispose();

    private async Task<HttpResponseMessage> PostAsync<TCall>(string route, TCall call, CancellationToken cancellation)
    {
        var response = await http.PostAsJsonAsync(RegistryRoutes.Prefix + route, call, Json, cancellation);
        if (response.IsSuccessStatusCode) return response;
        using (response)
        {
            if (response.StatusCode == HttpStatusCode.Conflict) throw await RefusalAsync(response, cancellation);
            throw new HttpRequestException($"Expected {route} to answer, but the server said {(int)response.StatusCode}.", null, response.StatusCode);
        }
    }

    private static async Task<RegistryRefusedException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return new RegistryRefusedException(Text(problem, "code"), Text(problem, "detail"));
    }

    private static string Text(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
