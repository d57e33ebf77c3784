using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>
/// Plays a scenario on a host under one manual clock: between steps everything that can be done is done; the clock moves only to the next instant at which
/// something is due, and only when nothing else is left to do (design §8.5).
/// </summary>
public sealed class ScenarioDriver
{
    private const int RoundsMax = 10_000;
    private static readonly Actor Outside = Actor.System("scenario");

    private readonly IScenarioHost _host;
    private readonly ScenarioFile _file;
    private readonly Dictionary<string, JobAnswer> _always = new(StringComparer.Ordinal);
    private string? _businessKey;

    public ScenarioDriver(IScenarioHost host, ScenarioFile file)
    {
        _host = host;
        _file = file;
    }

    /// <summary>Called after every step has settled; the replay host compares states there.</summary>
    public Func<Task>? AfterStep { get; set; }

    /// <summary>Runs all steps, or up to the first that does not hold.</summary>
    public async Task<ScenarioResult> RunAsync()
    {
        _host.MoveTo(Instant(_file.Clock));
        var run = 0;
        foreach (var step in _file.Steps)
        {
            try
            {
                await RunAsync(step);
                await SettleAsync();
                if (AfterStep is not null) await AfterStep();
            }
            catch (ScenarioFailedException failure)
            {
                return new ScenarioResult(_file.Title, run, $"{_file.Path}({step.Line}): {failure.Message}");
            }
            run++;
        }
        return new ScenarioResult(_file.Title, run, null);
    }

    private async Task RunAsync(ScenarioStep step)
    {
        switch (step)
        {
            case ScenarioStep.Case select: _businessKey = select.BusinessKey; break;
            case ScenarioStep.Always always: _always[always.JobType] = always.Answer; break;
            case ScenarioStep.Message message: await _host.PublishAsync(message.Name, message.CorrelationKey, TimeSpan.FromDays(30), Data(message.Data)); break;
            case ScenarioStep.Advance advance: await AdvanceToAsync(_host.Now + Duration(advance.Duration)); break;
            case ScenarioStep.At at: await AdvanceToAsync(Instant(at.Instant)); break;
            case ScenarioStep.Down down: await DownAsync(Instant(down.Instant)); break;
            case ScenarioStep.Expect expect: await ExpectAsync(expect.Expectation); break;
            case ScenarioStep.Refuse refuse: await RefuseAsync(refuse); break;
            default: Accepted(await TryAsync(step)); break;
        }
    }

    private async Task<Rejection?> TryAsync(ScenarioStep step)
    {
        switch (step)
        {
            case ScenarioStep.Start start:
                _businessKey = start.BusinessKey;
                return await _host.StartAsync(start.ProcessId, start.BusinessKey, Data(start.Data), Outside);
            case ScenarioStep.Claim claim:
                return await SubmitAsync(claim.User, new Command.ClaimUserTask((await TaskAsync(claim.Element)).Key));
            case ScenarioStep.Complete complete:
                return await _host.CompleteTaskAsync((await TaskAsync(complete.Element)).Key, UserNamed(complete.User), Data(complete.Data));
            case ScenarioStep.Activate activate:
                var chosen = new AdHocChoice(new ElementId(activate.Element), Data(activate.Data));
                return await SubmitAsync(activate.User, new Command.ActivateAdHoc(await AdHocAsync(activate.Element), [chosen], CancelRemaining: false));
            case ScenarioStep.Job job:
                return await AnswerAsync(await OpenJobAsync(job.JobType), job.Answer);
            case ScenarioStep.Correct correct:
                return await SubmitAsync(Outside, new Command.CorrectVariables((await StateAsync()).Root, Data(correct.Data), correct.Reason));
            case ScenarioStep.Resolve resolve:
                return await SubmitAsync(Outside, new Command.ResolveIncident((await IncidentAsync(resolve.Element)).Key, Data(resolve.Data)));
            case ScenarioStep.Cancel cancel:
                return await SubmitAsync(Outside, new Command.CancelInstance((await StateAsync()).Root, cancel.Reason));
            default:
                throw new System.Diagnostics.UnreachableException($"No rule for the step {step.GetType().Name}.");
        }
    }

    private async Task RefuseAsync(ScenarioStep.Refuse refuse)
    {
        var rejection = await TryAsync(refuse.Step) ?? throw new ScenarioFailedException("expected a refusal, but it was accepted.");
        if (refuse.Reason is not null && rejection.Reason.ToString() != refuse.Reason)
            throw new ScenarioFailedException($"expected the refusal {refuse.Reason}, but it is {rejection.Reason}: {rejection.Message}");
    }

    private static void Accepted(Rejection? rejection)
    {
        if (rejection is not null) throw new ScenarioFailedException($"expected it to be accepted, but it was refused: {rejection.Reason}: {rejection.Message}");
    }

    // ---- time

    private async Task AdvanceToAsync(DateTimeOffset target)
    {
        if (target < _host.Now) throw new ScenarioFailedException($"expected an instant after {_host.Now:O}, but it is {target:O}.");
        for (var round = 0; ; round++)
        {
            if (round > RoundsMax) throw new ScenarioFailedException($"expected the clock to reach {target:O}, but work came due {RoundsMax} times before it.");
            await SettleAsync();
            var due = await _host.NextDueAsync();
            if (due is null || due > target) break;
            _host.MoveTo(due.Value > _host.Now ? due.Value : _host.Now);
        }
        _host.MoveTo(target);
    }

    private async Task DownAsync(DateTimeOffset until)
    {
        _host.MoveTo(until);
        await _host.RestartAsync();
    }

    private async Task SettleAsync()
    {
        for (var round = 0; round < RoundsMax; round++)
        {
            await _host.SettleAsync();
            if (!await AnswerScriptedJobsAsync()) return;
        }
        throw new ScenarioFailedException($"expected the jobs to come to an end, but after {RoundsMax} rounds there were more.");
    }

    private async Task<bool> AnswerScriptedJobsAsync()
    {
        if (_always.Count == 0) return false;
        var any = false;
        foreach (var instance in await _host.InstancesAsync())
        {
            var state = await _host.StateAsync(instance);
            foreach (var element in state.Elements.Values)
            {
                if (element.Job is not { } job || !_always.TryGetValue(job.JobType, out var answer) || !CanRun(state, element, job)) continue;
                Accepted(await AnswerAsync(element, answer));
                any = true;
            }
        }
        return any;
    }

    private bool CanRun(InstanceState state, ElementInstance element, JobState job) =>
        job.RetriesLeft > 0 && (job.RetryAt is null || job.RetryAt <= _host.Now) && state.Incidents.Values.All(incident => incident.Scope != element.Key);

    // ---- doing

    private Task<Rejection?> SubmitAsync(string user, Command command) => SubmitAsync(UserNamed(user), command);

    private async Task<Rejection?> SubmitAsync(Actor actor, Command command) => await _host.SubmitAsync((await StateAsync()).Id, actor, command);

    private Task<Rejection?> AnswerAsync(ElementInstance element, JobAnswer answer)
    {
        var job = element.Job!;
        Command command = answer switch
        {
            JobAnswer.Ok ok => new Command.CompleteJob(element.Key, job.Attempt, Data(ok.Data)),
            JobAnswer.Fail fail => new Command.FailJob(element.Key, job.Attempt, job.RetriesLeft - 1, fail.Message, _host.Now + TimeSpan.FromMinutes(1)),
            JobAnswer.Error error => new Command.ThrowJobError(element.Key, job.Attempt, error.Code, error.Message, FeelContext.Empty),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for the answer {answer.GetType().Name}."),
        };
        return _host.SubmitAsync(element.Key.Instance, Actor.System("worker"), command);
    }

    private Actor UserNamed(string user) => _file.Users.TryGetValue(user, out var groups)
        ? new Actor(user, [.. groups])
        : throw new ScenarioFailedException($"expected a user of this file ({string.Join(", ", _file.Users.Keys)}), but found '{user}'.");

    // ---- looking

    private async Task<InstanceState> StateAsync()
    {
        InstanceState? found = null;
        foreach (var instance in await _host.InstancesAsync())
        {
            var state = await _host.StateAsync(instance);
            if (_businessKey is null || state.BusinessKey == _businessKey) found = state;
        }
        return found ?? throw new ScenarioFailedException($"expected an instance with the business key '{_businessKey}', but there is none.");
    }

    private async Task<ElementInstance> TaskAsync(string element)
    {
        var state = await StateAsync();
        return state.Elements.Values.FirstOrDefault(instance => instance.UserTask is not null && instance.Element.Value == element)
            ?? throw new ScenarioFailedException($"expected an open task '{element}', but open are: {ScenarioView.OpenElements(state)}.");
    }

    /// <summary>The open ad-hoc sub-process in which the element stands, the first when there are several; without one any other, so that the engine says why it refuses.</summary>
    private async Task<ScopeKey> AdHocAsync(string element)
    {
        var state = await StateAsync();
        var open = state.Elements.Values.Where(instance => instance.AdHoc is not null).ToList();
        foreach (var adHoc in open)
            if ((await _host.GraphAsync(adHoc.Definition)).Find(new ElementId(element))?.Parent == adHoc.Element) return adHoc.Key;
        return open.Count > 0 ? open[0].Key : state.Root;
    }

    private async Task<ElementInstance> OpenJobAsync(string jobType)
    {
        var state = await StateAsync();
        return state.Elements.Values.FirstOrDefault(instance => instance.Job?.JobType == jobType)
            ?? throw new ScenarioFailedException($"expected an open job '{jobType}', but open are: {ScenarioView.OpenElements(state)}.");
    }

    private async Task<IncidentState> IncidentAsync(string element)
    {
        var state = await StateAsync();
        return state.Incidents.Values.FirstOrDefault(incident => ScenarioView.ElementOf(state, incident) == element)
            ?? throw new ScenarioFailedException($"expected an incident at '{element}', but there are: {ScenarioView.Incidents(state)}.");
    }

    private async Task ExpectAsync(Expectation expectation)
    {
        var state = await StateAsync();
        var failure = ScenarioView.WhyNot(expectation, state, await _host.EventsAsync(state.Id), _host.Environment);
        if (failure is not null) throw new ScenarioFailedException(failure);
    }

    private FeelContext Data(string? text)
    {
        if (text is null) return FeelContext.Empty;
        return ScenarioView.Evaluate(text, FeelContext.Empty, _host.Environment) as FeelContext
            ?? throw new ScenarioFailedException($"expected a context, but '{text}' gives none.");
    }

    private static TimeSpan Duration(string text) => System.Xml.XmlConvert.ToTimeSpan(text);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
