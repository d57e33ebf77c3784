using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Requests;

/// <summary>The answer to the completion of a task: the engine's, and field by field what does not fit the form.</summary>
internal sealed record Completion(SubmitResult Result, IReadOnlyList<FieldError> Errors)
{
    public static async Task<Completion> OfAsync(
        HumanTaskDesk tasks, Guid request, Actor actor, ScopeKey task, FeelContext data, long? version, CancellationToken cancellation)
    {
        var result = await tasks.CompleteAsync(request, actor, task, data, version, cancellation);
        return new(result, [.. result.FormErrors.Select(error => new FieldError(error.Path, error.Code, error.Message) { Limit = error.Limit })]);
    }
}
