using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.AdHoc;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Client.Notices;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>Cases for the pages: list, page, replay, verification, correction.</summary>
internal sealed class CaseFile(
    IQueries queries, InstanceDesk instances, AdHocDesk adHoc, HistoryService history, DefinitionCatalog definitions, CaseDesk desk, CaseRights rights,
    CaseViews views, MomentReader moments, StoryTeller stories, CaseProof proof, CaseSampler sampler) : ICaseFile
{
    private const int LimitMax = 200;
    private const int StoryMax = 1_000;
    private const int ReasonCharsMax = 2_000;

    /// <summary>The fact on which the terms of an agreement count.</summary>
    public const string SigningDate = "signingDate";

    public async Task<Outcome<CasePage>> SearchAsync(ActingUser user, CaseQuery query, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        if (!CaseRights.SeesAllCases(user) && !user.Has(Roles.Operator)) return new CasePage([], 0);
        var (rows, total) = await new CaseLists(queries, definitions, user).ReadAsync(query, cancellation);
        var cases = new List<CaseSummary>(rows.Count);
        foreach (var row in rows) cases.Add(await views.SummaryAsync(row, cancellation));
        return new CasePage(cases, total);
    }

    public async Task<Outcome<CaseSample>> SampleAsync(ActingUser user, CancellationToken cancellation) =>
        user.Has(Roles.Auditor) ? await sampler.OfTodayAsync(user, cancellation) : Refused.NotAllowed("Expected an auditor: nobody else draws cases to look into.");

    public async Task<Outcome<CaseDetail>> OpenAsync(ActingUser user, long instanceKey, CancellationToken cancellation)
    {
        if (await rights.FindAsync(user, instanceKey, cancellation) is not { } row) return CaseRights.Missing(instanceKey);
        if (CaseRights.IsPersonal(row)) await desk.NoteReadingAsync([row.BusinessKey!], new(user.UserName, "case page"), cancellation);
        var state = (await instances.StateAsync(row.Instance))!;
        return await views.DetailAsync(user, row, state, cancellation);
    }

    public async Task<Outcome<CaseMoment>> AtAsync(ActingUser user, long instanceKey, long? position, CancellationToken cancellation)
    {
        if (await rights.FindAsync(user, instanceKey, cancellation) is not { } row) return CaseRights.Missing(instanceKey);
        var state = (await instances.StateAsync(row.Instance))!;
        var wanted = position ?? state.Version;
        if (wanted < 1 || wanted > state.Version)
            return Refused.NotFound($"Expected a position from 1 to {state.Version}, but it is {wanted}.");
        return await moments.ReadAsync(row.Instance, row.Definition, wanted, state.Version, cancellation);
    }

    public async Task<Outcome<CaseDrawing>> DrawAsync(ActingUser user, long instanceKey, string processId, CancellationToken cancellation)
    {
        if (await rights.FindAsync(user, instanceKey, cancellation) is not { } row) return CaseRights.Missing(instanceKey);
        var called = row.ProcessId == processId ? null : await queries.ProcessScopesAsync(new() { Instance = row.Instance, ProcessId = processId, Page = new(0, 1) }, cancellation);
        if (called is { Items.Count: 0 }) return Refused.NotFound($"Expected a process {processId} in case {instanceKey}, but there is none.");
        var drawn = called?.Items[0].Definition ?? row.Definition;
        var version = (await instances.StateAsync(row.Instance))!.Version;
        var resource = definitions.Resource(drawn) ?? throw new InvariantBrokenException($"Expected the file of definition {drawn}.");
        return new CaseDrawing(resource.Content, await moments.DrawAsync(row.Instance, drawn, version, version, cancellation));
    }

    public async Task<Outcome<IReadOnlyList<StoryEntry>>> StoryAsync(ActingUser user, long instanceKey, long from, int limit, CancellationToken cancellation)
    {
        if (limit is < 1 or > StoryMax) return new Refusal(RefusalKind.Invalid, "Invalid", $"Expected a limit from 1 to {StoryMax}, but found {limit}.");
        if (await rights.FindAsync(user, instanceKey, cancellation) is not { } row) return CaseRights.Missing(instanceKey);
        var events = await history.PageAsync(row.Instance, Math.Max(0, from - 1), limit, cancellation);
        var story = await stories.OfAsync([.. events.Take(limit)], cancellation);
        // What people wrote may be about persons: who looks after the program alone sees that a note was left or a file brought, not what it says or is called.
        return Outcome.Of(CaseRights.SeesTasks(user) ? story : StoryTeller.WithoutWords(story));
    }

    public async Task<Outcome<VerifyReport>> VerifyAsync(ActingUser user, long instanceKey, CancellationToken cancellation)
    {
        if (await rights.FindAsync(user, instanceKey, cancellation) is not { } row) return CaseRights.Missing(instanceKey);
        return await proof.VerifyAsync(row.Instance, cancellation);
    }

    public async Task<Outcome<CaseDetail>> CorrectAsync(ActingUser user, CaseCorrection correction, CancellationToken cancellation)
    {
        if (await rights.FindAsync(user, correction.InstanceKey, cancellation) is not { } row) return CaseRights.Missing(correction.InstanceKey);
        if (!CaseRights.MayRepair(user)) return Refused.NotAllowed("Expected a supervisor or an operator who coordinates: others do not correct facts.");
        if (WhyNotReason(correction.Reason) is { } wrong) return wrong;
        if (!FeelJson.TryRead(correction.VariablesJson, out var value, out _) || value is not FeelContext { Count: > 0 } variables)
            return new Refusal(RefusalKind.Invalid, "Invalid", "Expected the corrected variables as a JSON object.") { Fields = [new("variablesJson", "type", "Expected a JSON object.")] };
        var state = (await instances.StateAsync(row.Instance))!;
        // A repeated request gets its first answer from the engine although the case has moved by it.
        if (state.Version != correction.Version)
            return (await CorrectAsync(correction.Version)).Rejection is null ? await OpenAsync(user, correction.InstanceKey, cancellation) : Stale(correction.Version, state.Version);
        var registry = await CorrectRegistryAsync(user, row, state, variables, correction, cancellation);
        if (registry.Refusal is { } refused) return refused;
        // Once the registry has it the process must have it too, whatever else has moved it meanwhile.
        var corrected = await CorrectAsync(registry.Value ? null : correction.Version);
        if (registry.Value && NoticeTeller.MaySettle(corrected.Rejection)) await desk.SettleNoticeAsync(correction.Request, cancellation);
        return corrected.Rejection is { } rejection ? Refused.From(rejection) : await OpenAsync(user, correction.InstanceKey, cancellation);

        Task<SubmitResult> CorrectAsync(long? version) =>
            instances.CorrectAsync(correction.Request, user.Actor(), state.Root, variables, correction.Reason, version, cancellation);
    }

    public async Task<Outcome<CaseDetail>> ChooseAsync(ActingUser user, CaseChoice choice, CancellationToken cancellation)
    {
        if (await rights.FindAsync(user, choice.InstanceKey, cancellation) is not { } row) return CaseRights.Missing(choice.InstanceKey);
        if (!CaseRights.MayDoTasks(user)) return Refused.NotAllowed("Expected an operator or a supervisor: others do not choose activities.");
        var key = new ScopeKey(choice.ChoiceKey);
        if (key.Value <= 0 || key.Instance != row.Instance) return Refused.NotFound($"Expected a choice of case {choice.InstanceKey}, but {choice.ChoiceKey} is none.");
        var chosen = new AdHocChoice(new ElementId(choice.ElementId), FeelContext.Empty);
        var result = await adHoc.ActivateAsync(choice.Request, user.Actor(), key, [chosen], cancelRemaining: false, cancellation);
        return result.Rejection is { } rejection ? Refused.From(rejection) : await OpenAsync(user, choice.InstanceKey, cancellation);
    }

    // The signing date is the registry's as well: it keeps the old one with the reason, and refuses one that cannot be. True when it was changed there.
    private async Task<Outcome<bool>> CorrectRegistryAsync(
        ActingUser user, InstanceRow row, InstanceState state, FeelContext variables, CaseCorrection correction, CancellationToken cancellation)
    {
        if (row is not { ProcessId: AgreementStart.ProcessId, State: InstanceRowState.Active } || !variables.TryGet(SigningDate, out var corrected)) return false;
        if (AgreementOf(state) is not { } agreement) return false;
        if (DayOf(corrected) is not { } day)
            return new Refusal(RefusalKind.Invalid, "Invalid", "Expected a date.") { Fields = [new(SigningDate, "type", "Expected a date as YYYY-MM-DD.")] };
        if (await desk.FindAgreementAsync(agreement, cancellation) is not { } known || known.SigningDate == day) return false;
        var notice = NoticeContent.Of(user) with { Key = state.Root.Value, VariablesJson = correction.VariablesJson, Reason = correction.Reason };
        var answer = await desk.CorrectSigningDateAsync(
            new(agreement, known.SigningDate, day, correction.Reason) { Notice = notice.Draft(correction.Request) }, user.UserName, cancellation);
        return answer.IsAccepted ? true : Refused.From(answer.Problems);
    }

    // The delivery of a crisis holds the facts of the agreement that started it; one that came later is the registry's alone.
    private static string? AgreementOf(InstanceState state) =>
        state.Elements.GetValueOrDefault(state.Root)?.Variables.TryGet("agreement", out var agreement) == true && agreement is FeelString { Value.Length: > 0 } key ? key.Value : null;

    private static Refusal? WhyNotReason(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonCharsMax
        ? new Refusal(RefusalKind.Invalid, "Invalid", $"Expected a reason of 1 to {ReasonCharsMax} characters.") { Fields = [new("reason", "required", "Expected a reason.")] }
        : null;

    public static DateOnly? DayOf(FeelValue? value) =>
        DateOnly.TryParseExact((value as FeelString)?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Refusal Stale(long shown, long now) =>
        new(RefusalKind.Conflict, "Changed", $"Expected the case as it was shown at version {shown}, but somebody else was faster: it is at {now}.") { Conflict = new(null, "changed", null) };
}
