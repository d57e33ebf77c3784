using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Jobs;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.V2.Jobs;

/// <summary>Workers that pull: activation with long poll, and the answers.</summary>
internal static class JobEndpoints
{
    private const int JobsMax = 1_000;
    private const int WorkerCharsMax = 200;
    private static readonly TimeSpan s_waitUsual = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_lockMax = TimeSpan.FromDays(365);
    private static readonly TimeSpan s_waitMax = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapPost("/jobs/activation", ActivateAsync).Described("activateJobs", "Takes jobs of a type, waiting for the first one.").RequireAuthorization(Rights.DoJobs).Produces<ActivationResult>();
        v2.MapPost("/jobs/{jobKey}/completion", CompleteAsync).Described("completeJob", "The job is done.").Repeatable().RequireAuthorization(Rights.DoJobs).Produces(StatusCodes.Status204NoContent);
        v2.MapPost("/jobs/{jobKey}/failure", FailAsync).Described("failJob", "The attempt failed; without retries left an incident is raised.").Repeatable().RequireAuthorization(Rights.DoJobs).Produces(StatusCodes.Status204NoContent);
        v2.MapPost("/jobs/{jobKey}/error", ThrowAsync).Described("throwJobError", "The work ended in an error that the process may catch.").Repeatable().RequireAuthorization(Rights.DoJobs).Produces(StatusCodes.Status204NoContent);
        v2.MapPatch("/jobs/{jobKey}", UpdateAsync).Described("updateJob", "Gives the worker more time.").RequireAuthorization(Rights.DoJobs).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ActivateAsync(
        ActivationRequest body, HttpContext context, JobDesk jobs, JobSignals signals, DefinitionCatalog definitions, TimeProvider time, CancellationToken cancellation)
    {
        var (worker, lockFor, wait) = Read(body, CurrentUser.Of(context.User).UserName);
        var started = time.GetTimestamp();
        for (; ; )
        {
            var signal = signals.Next(body.Type);
            var activated = await jobs.ActivateAsync(body.Type, worker, lockFor, Math.Min(body.MaxJobsToActivate, JobsMax), body.FetchVariable is { Count: > 0 } some ? some : null, cancellation);
            var left = wait - time.GetElapsedTime(started);
            if (activated.Count > 0 || left <= TimeSpan.Zero) return TypedResults.Ok(await ItemsAsync(activated, worker, definitions));
            await JobSignals.WaitAsync(signal, left, cancellation);
        }
    }

    private static (string Worker, TimeSpan LockFor, TimeSpan Wait) Read(ActivationRequest body, string account)
    {
        if (StoredText.Check(body.Type, "type") is null or "") throw new InvalidRequestException("type", "Expected a job type.");
        if (body.MaxJobsToActivate < 1) throw new InvalidRequestException("maxJobsToActivate", $"Expected at least 1 job, but found {body.MaxJobsToActivate}.");
        if (body.Timeout < 1) throw new InvalidRequestException("timeout", $"Expected a timeout of at least 1 ms, but found {body.Timeout}.");
        foreach (var tenant in body.TenantIds ?? []) Tenants.Check(tenant, "tenantIds");
        var worker = StoredText.Check(body.Worker, "worker") is { Length: > 0 } given ? given : account;
        if (worker.Length > WorkerCharsMax) throw new InvalidRequestException("worker", $"Expected a worker name of at most {WorkerCharsMax} characters.");
        var wait = body.RequestTimeout switch
        {
            null or 0 => s_waitUsual,
            < 0 => TimeSpan.Zero,
            { } milliseconds => Milliseconds(milliseconds, s_waitMax),
        };
        return (worker, Milliseconds(body.Timeout, s_lockMax), wait);
    }

    private static async Task<ActivationResult> ItemsAsync(IReadOnlyList<Engine.Jobs.ActivatedJob> activated, string worker, DefinitionCatalog definitions)
    {
        var items = new List<ActivatedJob>(activated.Count);
        foreach (var job in activated)
        {
            var row = job.Locked.Job;
            var process = await definitions.GetAsync(row.Definition);
            items.Add(new()
            {
                JobKey = Keys.Text(row.Key),
                Type = row.Type,
                ProcessInstanceKey = Keys.Text(row.Instance),
                RootProcessInstanceKey = Keys.Text(row.Instance),
                ProcessDefinitionId = row.ProcessId,
                ProcessDefinitionKey = Keys.Text(row.Definition),
                ProcessDefinitionVersion = process.Version,
                ElementId = row.Element,
                ElementInstanceKey = Keys.Text(row.Key),
                CustomHeaders = job.Headers,
                Worker = worker,
                Retries = row.Retries,
                Deadline = job.Locked.LockedUntil.ToUnixTimeMilliseconds(),
                Variables = VariableJson.Write(job.Variables),
                Tags = [],
                BusinessId = job.BusinessKey,
            });
        }
        return new(items);
    }

    private static async Task<IResult> CompleteAsync(string jobKey, JobCompletionRequest? body, HttpContext context, JobDesk jobs, CancellationToken cancellation)
    {
        var variables = VariableJson.Read(body?.Variables, "variables");
        return await AnswerAsync(jobKey, context, jobs, (request, actor, job, attempt) => jobs.CompleteAsync(request, actor, job, attempt, variables, cancellation), cancellation);
    }

    private static async Task<IResult> FailAsync(string jobKey, JobFailureRequest? body, HttpContext context, JobDesk jobs, CancellationToken cancellation)
    {
        if (VariableJson.Read(body?.Variables, "variables").Count > 0)
            throw new InvalidRequestException("variables", "Variables at a failure are not offered: set them on the element instance.");
        var retryIn = Milliseconds(body?.RetryBackOff ?? 0, s_lockMax);
        var message = StoredText.Check(body?.ErrorMessage, "errorMessage") is { Length: > 0 } given ? given : "The worker gave no reason.";
        return await AnswerAsync(jobKey, context, jobs, (request, actor, job, attempt) =>
            jobs.FailAsync(request, actor, job, attempt, body?.Retries ?? 0, message, retryIn, cancellation), cancellation);
    }

    private static async Task<IResult> ThrowAsync(string jobKey, JobErrorRequest body, HttpContext context, JobDesk jobs, CancellationToken cancellation)
    {
        var variables = VariableJson.Read(body.Variables, "variables");
        StoredText.Check(body.ErrorCode, "errorCode");
        StoredText.Check(body.ErrorMessage, "errorMessage");
        return await AnswerAsync(jobKey, context, jobs, (request, actor, job, attempt) =>
            jobs.ThrowErrorAsync(request, actor, job, attempt, body.ErrorCode, body.ErrorMessage ?? "", variables, cancellation), cancellation);
    }

    private static async Task<IResult> UpdateAsync(string jobKey, JobUpdateRequest body, JobDesk jobs, CancellationToken cancellation)
    {
        if (body.Changeset.Retries is not null) throw new InvalidRequestException("changeset.retries", "Setting retries is not offered: resolve the incident, and the job is offered again.");
        if (body.Changeset.Timeout is not { } timeout || timeout < 1) throw new InvalidRequestException("changeset.timeout", "Expected changeset.timeout of at least 1 ms.");
        var rejection = await jobs.ExtendAsync(Keys.Scope(jobKey, "jobKey"), Milliseconds(timeout, s_lockMax), cancellation);
        return rejection is null ? TypedResults.NoContent() : Problems.From(rejection);
    }

    // The API's answers name no attempt: they mean the one that is under way.
    private static async Task<IResult> AnswerAsync(
        string jobKey, HttpContext context, JobDesk jobs, Func<Guid, Actor, ScopeKey, int, Task<Engine.Runtime.SubmitResult>> answer, CancellationToken cancellation)
    {
        var job = Keys.Scope(jobKey, "jobKey");
        var attempt = (await jobs.FindAsync(job, cancellation))?.Attempt ?? 1;
        var result = await answer(RequestKeys.Of(context).Value, CurrentUser.Of(context.User).Actor(), job, attempt);
        return result.Rejection is { } rejection ? Problems.From(rejection) : TypedResults.NoContent();
    }

    private static TimeSpan Milliseconds(long given, TimeSpan most) =>
        given >= most.TotalMilliseconds ? most : TimeSpan.FromMilliseconds(Math.Max(0, given));
}
