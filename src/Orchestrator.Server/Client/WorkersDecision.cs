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
/// The decision about a list of workers is one act in two places: the registry enters the rows, the task <c>confirm-workers</c> moves the process on. The registry
/// comes first and keeps a notice for the process; the same decision sent again is carried out once.
/// </summary>
internal sealed class WorkersDecision(CaseDesk desk, HumanTaskDesk tasks)
{
    /// <summary>The form of the task.</summary>
    public const string FormId = "confirm-workers";

    private const string Accept = "accept";
    private const string Reject = "reject";

    /// <summary>
    /// Before the open task <paramref name="row"/> is completed: decides in the registry what the form says. The data to complete with: unchanged, also when they say
    /// nothing that the form takes (then the engine refuses them).
    /// </summary>
    /// <exception cref="Contracts.Cases.RegistryRefusedException">The registry has no such list.</exception>
    public async Task<Outcome<FeelContext>> DecideAsync(ActingUser user, TaskRow row, Guid request, FeelContext data, CancellationToken cancellation)
    {
        if (TextOf(data, "decision") is not (Accept or Reject)) return data;
        if (await ImportOfAsync(row, cancellation) is not { } import) return data;
        var report = await desk.ReadReportAsync(import, new(false, 0, 1), new(user.UserName, "decision about a list"), cancellation);
        var accept = TextOf(data, "decision") == Accept;
        var notice = NoticeContent.Of(user).Draft(request);
        var decided = await desk.DecideImportAsync(new(import, accept, report.Summary.Version, ReasonOf(data, accept)) { Notice = notice }, user.UserName, cancellation);
        return decided.IsAccepted ? data : Refused.From(decided.Problems);
    }

    /// <summary>
    /// After the registry has decided: completes the task that waits for it, under the given request key. Null when there is none that this actor may see; else the engine's answer.
    /// </summary>
    public async Task<SubmitResult?> TellProcessAsync(Actor actor, Guid request, Guid import, CancellationToken cancellation)
    {
        if (await desk.FindImportAsync(import, cancellation) is not { State: RegistryDesk.ImportState.Accepted or RegistryDesk.ImportState.Rejected } decided) return null;
        var viewer = actor.Unrestricted ? null : new TaskViewer(actor.Name, [.. actor.Groups]);
        foreach (var key in KeysOf(decided))
        {
            var page = await tasks.SearchAsync(new() { BusinessKey = key, Element = FormId, State = TaskRowState.Created, VisibleTo = viewer }, cancellation);
            foreach (var row in page.Items)
            {
                if (await ImportOfAsync(row, cancellation) != import) continue;
                if (row.Assignee is null) await tasks.ClaimAsync(Guid.CreateVersion7(), actor, row.Key, null, cancellation);
                return await tasks.CompleteAsync(request, actor, row.Key, DataOf(decided), null, cancellation);
            }
        }
        return null;
    }

    /// <summary>
    /// True when the process knows the decision: its task was completed after it. (A list is checked only when the one before it is decided, so that no other list's task can
    /// have been completed since.)
    /// </summary>
    public async Task<bool> WasToldAsync(Guid import, DateTimeOffset decidedAt, CancellationToken cancellation)
    {
        if (await desk.FindImportAsync(import, cancellation) is not { } decided) return true;
        foreach (var key in KeysOf(decided))
        {
            var ended = await tasks.SearchAsync(new() { BusinessKey = key, Element = FormId, State = TaskRowState.Completed }, cancellation);
            if (ended.Items.Any(row => row.EndedAt >= decidedAt)) return true;
        }
        return false;
    }

    // The list of an agreement is decided in the agreement's process or in one of its crisis.
    private static IEnumerable<string> KeysOf(RegistryDesk.ImportSummary decided) => new[] { decided.Agreement, decided.Crisis }.OfType<string>();

    private static FeelContext DataOf(RegistryDesk.ImportSummary decided)
    {
        var accepted = decided.State == RegistryDesk.ImportState.Accepted;
        var data = FeelContext.Of(("decision", new FeelString(accepted ? Accept : Reject)));
        return accepted || decided.DecisionReason is not { } reason ? data : data.With(FeelContext.Of(("reason", new FeelString(reason))));
    }

    private async Task<Guid?> ImportOfAsync(TaskRow row, CancellationToken cancellation)
    {
        var opened = await tasks.OpenAsync(row.Key, cancellation);
        return opened is not null && Guid.TryParse(TextOf(opened.Variables, "importId"), out var import) ? import : null;
    }

    private static string? ReasonOf(FeelContext data, bool accepted) =>
        TextOf(data, "reason") ?? TextOf(data, "notes") ?? (accepted ? "Righe con errori escluse: chieste all'azienda." : null);

    private static string? TextOf(FeelContext data, string name) =>
        data.TryGet(name, out var value) && value is FeelString { Value.Length: > 0 } text ? text.Value : null;
}
