using Orchestrator.Cases;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>
/// The decision about a list of workers is one act in two places: the registry enters the rows, the task <c>confirm-workers</c> moves the process on. The registry
/// comes first; the same decision sent again is carried out once, so an interrupted one is simply repeated.
/// </summary>
internal sealed class WorkersDecision(CaseDesk desk, HumanTaskDesk tasks)
{
    /// <summary>The form of the task.</summary>
    public const string FormId = "confirm-workers";

    private const string Accept = "accept";
    private const string Reject = "reject";

    /// <summary>Before the task is completed in the inbox: decides in the registry what the form says. Null when that is done, or the task is another one.</summary>
    public async Task<Refusal?> WhyNotAsync(ActingUser user, TaskRow row, TaskAction action, FeelContext data, CancellationToken cancellation)
    {
        if (row.FormId != FormId || row.State != TaskRowState.Created || row.Version != action.Version || row.Assignee != user.UserName) return null;
        if (TextOf(data, "decision") is not (Accept or Reject)) return null;
        if (await ImportOfAsync(row, cancellation) is not { } import) return null;
        try
        {
            var report = await desk.ReadReportAsync(import, new(false, 0, 1), new(user.UserName, "decision about a list"), cancellation);
            var accept = TextOf(data, "decision") == Accept;
            var decided = await desk.DecideImportAsync(new(import, accept, report.Summary.Version, ReasonOf(data, accept)), user.UserName, cancellation);
            return decided.IsAccepted ? null : Refused.From(decided.Problems);
        }
        catch (RegistryRefusedException refused)
        {
            return Refused.From(refused);
        }
    }

    /// <summary>After the registry has decided: completes the task that waits for it, when there is one that this user may complete.</summary>
    public async Task TellProcessAsync(ActingUser user, RegistryDesk.ImportSummary summary, bool accepted, string? reason, CancellationToken cancellation)
    {
        var page = await tasks.SearchAsync(new() { BusinessKey = summary.Agreement, Element = FormId, State = TaskRowState.Created, VisibleTo = CaseRights.TasksOf(user) }, cancellation);
        foreach (var row in page.Items)
        {
            if (await ImportOfAsync(row, cancellation) != summary.Import) continue;
            var data = FeelContext.Of(("decision", new FeelString(accepted ? Accept : Reject)));
            if (!accepted && reason is not null) data = data.With(FeelContext.Of(("reason", new FeelString(reason))));
            if (row.Assignee is null) await tasks.ClaimAsync(Guid.CreateVersion7(), user.Actor(), row.Key, null, cancellation);
            await tasks.CompleteAsync(Guid.CreateVersion7(), user.Actor(), row.Key, data, null, cancellation);
        }
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
