using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Client.Notices;

namespace Orchestrator.Server.Client;

/// <summary>
/// The decision about a list of workers is one act in two places: the registry enters or erases the rows, and a task moves the process on: <c>fix-workers</c> of the research when the
/// list has rows with errors, <c>add-worker</c> of the delivery when workers are added later. The registry comes first and keeps a notice for the process; the same decision
/// sent again is carried out once. A list that is sent back tells the research nothing: it waits for the corrected one.
/// </summary>
internal sealed class WorkersDecision(CaseDesk desk, HumanTaskDesk tasks)
{
    /// <summary>The form of the task in the research.</summary>
    public const string FixForm = "fix-workers";

    /// <summary>The form of the task in the delivery.</summary>
    public const string AddForm = "add-worker";

    // Where the page of the list is the door, nobody is asked why the list came later.
    private const string AddReason = "nuovo ingresso";

    private static readonly string[] s_forms = [FixForm, AddForm];

    /// <summary>True for the form of a task that carries a decision about a list.</summary>
    public static bool IsForm(string? formId) => s_forms.Contains(formId);

    /// <summary>
    /// Before the open task <paramref name="row"/> is completed: decides in the registry what the form says. The data to complete with: unchanged, also when they say
    /// nothing that the form takes (then the engine refuses them) or nothing that the registry is to decide.
    /// </summary>
    /// <exception cref="Contracts.Cases.RegistryRefusedException">The registry has no such list.</exception>
    public async Task<Outcome<FeelContext>> DecideAsync(ActingUser user, TaskRow row, Guid request, FeelContext data, CancellationToken cancellation)
    {
        if (DecisionOf(row.FormId, data) is not { } decision || await ImportOfAsync(row, cancellation) is not { } import) return data;
        var report = await desk.ReadReportAsync(import, new(false, 0, 1), new(user.UserName, "decision about a list"), cancellation);
        var notice = NoticeContent.Of(user).Draft(request);
        var decided = await desk.DecideImportAsync(new(import, decision.Accept, report.Summary.Version, decision.Reason) { Notice = notice }, user.UserName, cancellation);
        return decided.IsAccepted ? data : Refused.From(decided.Problems);
    }

    /// <summary>
    /// After the registry has decided: completes the task that waits for it, under the given request key. Null when there is none that this actor may see; else the engine's answer.
    /// </summary>
    public async Task<SubmitResult?> TellProcessAsync(Actor actor, Guid request, Guid import, CancellationToken cancellation)
    {
        if (await DecidedAsync(import, cancellation) is not { } decided) return null;
        foreach (var form in s_forms)
        {
            if (DataOf(form, decided) is not { } data || await WaitingAsync(actor, form, decided, cancellation) is not { } row) continue;
            if (row.Assignee is null) await tasks.ClaimAsync(Guid.CreateVersion7(), actor, row.Key, null, cancellation);
            return await tasks.CompleteAsync(request, actor, row.Key, data, null, cancellation);
        }
        return null;
    }

    /// <summary>True when a task of the delivery waits for a decision about the list, with or without errors.</summary>
    public async Task<bool> IsAwaitedAsync(RegistryDesk.ImportSummary list, CancellationToken cancellation) =>
        await WaitingAsync(null, AddForm, list, cancellation) is not null;

    /// <summary>
    /// True when the process knows the decision: its task was completed after it, or there is nothing that it is to be told. (A list is checked only when the one before it is
    /// decided, so that no other list's task can have been completed since.)
    /// </summary>
    public async Task<bool> WasToldAsync(Guid import, DateTimeOffset decidedAt, CancellationToken cancellation)
    {
        if (await DecidedAsync(import, cancellation) is not { } decided) return true;
        // The research is told of no list that was sent back; the delivery has its task before anybody can decide.
        if (decided.State == RegistryDesk.ImportState.Rejected) return true;
        foreach (var form in s_forms)
        {
            var ended = await tasks.SearchAsync(new() { BusinessKey = decided.Crisis, Element = form, State = TaskRowState.Completed }, cancellation);
            if (ended.Items.Any(row => row.EndedAt >= decidedAt)) return true;
        }
        return false;
    }

    private async Task<RegistryDesk.ImportSummary?> DecidedAsync(Guid import, CancellationToken cancellation) =>
        await desk.FindImportAsync(import, cancellation) is { Crisis: not null, State: RegistryDesk.ImportState.Accepted or RegistryDesk.ImportState.Rejected } decided ? decided : null;

    private async Task<TaskRow?> WaitingAsync(Actor? actor, string form, RegistryDesk.ImportSummary list, CancellationToken cancellation)
    {
        var viewer = actor is null or { Unrestricted: true } ? null : new TaskViewer(actor.Name, [.. actor.Groups]);
        var page = await tasks.SearchAsync(new() { BusinessKey = list.Crisis, Element = form, State = TaskRowState.Created, VisibleTo = viewer }, cancellation);
        foreach (var row in page.Items)
            if (await ImportOfAsync(row, cancellation) == list.Import) return row;
        return null;
    }

    // A corrected list is no decision of the registry: it is uploaded as another one.
    private static (bool Accept, string? Reason)? DecisionOf(string? form, FeelContext data) => (form, TextOf(data, "listDecision") ?? TextOf(data, "decision")) switch
    {
        (FixForm, "prosegui") => (true, TextOf(data, "exclusionReason")),
        (AddForm, "accetta") => (true, TextOf(data, "notes") ?? "Righe con errori escluse: chieste all'azienda."),
        (AddForm, "rifiuta") => (false, TextOf(data, "notes") ?? TextOf(data, "reason")),
        _ => null,
    };

    private static FeelContext? DataOf(string form, RegistryDesk.ImportSummary decided)
    {
        var accepted = decided.State == RegistryDesk.ImportState.Accepted;
        var why = decided.DecisionReason is { Length: > 0 } reason ? reason : null;
        return form switch
        {
            FixForm when accepted => FeelContext.Of(("listDecision", new FeelString("prosegui")), ("exclusionReason", new FeelString(why ?? "Righe con errori escluse."))),
            AddForm => FeelContext.Of([
                ("decision", new FeelString(accepted ? "accetta" : "rifiuta")), ("reason", new FeelString(AddReason)),
                .. why is null ? [] : new[] { ("notes", (FeelValue)new FeelString(why)) }]),
            _ => null,
        };
    }

    // The list of the task: the research has one, the delivery each that was added later.
    private async Task<Guid?> ImportOfAsync(TaskRow row, CancellationToken cancellation)
    {
        var opened = await tasks.OpenAsync(row.Key, cancellation);
        return opened is not null && Guid.TryParse(TextOf(opened.Variables, row.FormId == AddForm ? "lateImport" : "importId"), out var import) ? import : null;
    }

    private static string? TextOf(FeelContext data, string name) =>
        data.TryGet(name, out var value) && value is FeelString { Value.Length: > 0 } text ? text.Value : null;
}
