using Orchestrator.Cases;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>
/// Completes a task, whoever asks: the pages' forms, their tables, the API. Where the registry has a part in the task (a list is decided, attendance is written down) it comes
/// first and keeps a notice for the process: what it refuses completes nothing, and a process is never told what the registry does not know.
/// </summary>
internal sealed class TaskCompletion(HumanTaskDesk tasks, WorkersDecision workers, AttendanceRecorder recorder, CaseDesk desk)
{
    /// <summary>A task that is open no more, in other hands or of a later version than <paramref name="version"/> is left to the engine, which says so or repeats its answer.</summary>
    /// <param name="version">The version that was shown; null takes the task as it is.</param>
    public async Task<Completion> OfAsync(ActingUser user, TaskRow row, Guid request, FeelContext data, long? version, CancellationToken cancellation)
    {
        var acts = row.State == TaskRowState.Created && row.Assignee == user.UserName && (version is null || version == row.Version);
        var told = acts ? await TellRegistryAsync(user, row, request, data, cancellation) : data;
        if (told.Refusal is { } refused) return new(refused, null, []);
        var result = await tasks.CompleteAsync(request, user.Actor(), row.Key, told.Value!, version, cancellation);
        if (HasRegistryPart(row) && Notices.NoticeTeller.MaySettle(result.Rejection)) await desk.SettleNoticeAsync(request, cancellation);
        return new(null, result, [.. result.FormErrors.Select(error => new FieldError(error.Path, error.Code, error.Message) { Limit = error.Limit })]);
    }

    private static bool HasRegistryPart(TaskRow row) => WorkersDecision.IsForm(row.FormId) || row.FormId == AttendanceRecorder.FormId;

    private async Task<Outcome<FeelContext>> TellRegistryAsync(ActingUser user, TaskRow row, Guid request, FeelContext data, CancellationToken cancellation)
    {
        try
        {
            return row.FormId switch
            {
                WorkersDecision.FixForm or WorkersDecision.AddForm => await workers.DecideAsync(user, row, request, data, cancellation),
                AttendanceRecorder.FormId => await recorder.SaveAsync(user, row, request, data, cancellation),
                _ => data,
            };
        }
        catch (RegistryRefusedException refused)
        {
            return Refused.From(refused);
        }
    }
}

/// <summary>What became of a completion: the registry's refusal, or the engine's answer with what does not fit the form, field by field.</summary>
internal sealed record Completion(Refusal? Refusal, SubmitResult? Result, IReadOnlyList<FieldError> Errors);
