namespace Orchestrator.Hosting.Scenarios;

/// <summary>Reads one step from its words.</summary>
internal static class StepReader
{
    public static ScenarioStep Read(ScenarioReader.Words words)
    {
        var line = words.Line;
        var verb = words.Word("a step");
        ScenarioStep step = verb switch
        {
            "case" => new ScenarioStep.Case(line, words.Word("a business key")),
            "start" => Start(words),
            "message" => new ScenarioStep.Message(line, words.Word("a message name"), words.Word("a correlation key"), words.Data()),
            "job" => new ScenarioStep.Job(line, words.Word("a job type"), Answer(words)),
            "always" => new ScenarioStep.Always(line, words.Word("a job type"), Answer(words)),
            "claim" => new ScenarioStep.Claim(line, words.Word("a task"), By(words)),
            "complete" => new ScenarioStep.Complete(line, words.Word("a task"), By(words), words.Data()),
            "activate" => new ScenarioStep.Activate(line, words.Word("an element"), By(words), words.Data()),
            "refuse" => Refuse(words),
            "correct" => new ScenarioStep.Correct(line, words.RequiredData(), Because(words)),
            "resolve" => new ScenarioStep.Resolve(line, words.Word("an element"), words.Data()),
            "cancel" => new ScenarioStep.Cancel(line, Because(words)),
            "advance" => new ScenarioStep.Advance(line, words.Word("a duration such as P2D")),
            "at" => new ScenarioStep.At(line, words.Word("an instant")),
            "down" => Down(words),
            "expect" => new ScenarioStep.Expect(line, ReadExpectation(words)),
            "end" => new ScenarioStep.Expect(line, End(words)),
            _ => throw new ScenarioFormatException($"line {line}: expected a step (case, start, message, job, always, claim, complete, activate, refuse, correct, resolve, cancel, advance, at, down, expect, end), but found '{verb}'."),
        };
        words.End();
        return step;
    }

    private static ScenarioStep.Start Start(ScenarioReader.Words words)
    {
        var process = words.Word("a process id");
        var data = words.Data();
        if (data is not null || words.AtEnd) return new(words.Line, process, null, data);
        return new(words.Line, process, words.Word("a business key"), words.Data());
    }

    private static ScenarioStep.Refuse Refuse(ScenarioReader.Words words)
    {
        var line = words.Line;
        var verb = words.Word("a step to refuse");
        ScenarioStep step = verb switch
        {
            "claim" => new ScenarioStep.Claim(line, words.Word("a task"), By(words)),
            "complete" => new ScenarioStep.Complete(line, words.Word("a task"), By(words), words.Data()),
            "activate" => new ScenarioStep.Activate(line, words.Word("an element"), By(words), words.Data()),
            "job" => new ScenarioStep.Job(line, words.Word("a job type"), Answer(words)),
            "correct" => new ScenarioStep.Correct(line, words.RequiredData(), Because(words)),
            _ => throw words.Wrong("claim, complete, activate, job or correct"),
        };
        return new ScenarioStep.Refuse(line, step, words.AtEnd ? null : words.Word("a reason of refusal"));
    }

    private static ScenarioStep.Down Down(ScenarioReader.Words words)
    {
        words.Keyword("until");
        return new(words.Line, words.Word("an instant"));
    }

    private static string By(ScenarioReader.Words words)
    {
        words.Keyword("by");
        return words.Word("a user");
    }

    private static string Because(ScenarioReader.Words words)
    {
        words.Keyword("because");
        return words.Quoted("a reason");
    }

    private static JobAnswer Answer(ScenarioReader.Words words) => words.Word("ok, fail or error") switch
    {
        "ok" => new JobAnswer.Ok(words.Data()),
        "fail" => new JobAnswer.Fail(words.Quoted("a message")),
        "error" => new JobAnswer.Error(words.Word("an error code"), words.AtEnd ? "" : words.Quoted("a message")),
        _ => throw words.Wrong("ok, fail or error"),
    };

    private static Expectation ReadExpectation(ScenarioReader.Words words)
    {
        var kind = words.Word("what is expected");
        return kind switch
        {
            "open" => new Expectation.Open(Names(words)),
            "no" => No(words),
            "count" => new Expectation.OpenCount(words.Word("an element"), words.Number("a number")),
            "waiting" => new Expectation.Waiting(words.Word("a timer"), words.TryKeyword("until") ? words.Word("an instant") : null),
            "fired" => new Expectation.Fired(words.Word("a timer"), words.Number("a number")),
            "skipped" => new Expectation.Skipped(words.Word("a timer"), words.Number("a number")),
            "withdrawn" => new Expectation.Withdrawn(words.Word("a task"), words.Number("a number")),
            "entered" => new Expectation.Entered(words.Word("an element"), words.Number("a number")),
            "done" => new Expectation.Done(words.Word("a job type"), words.Number("a number")),
            "published" => new Expectation.Published(words.Word("a message"), words.Number("a number")),
            "var" => new Expectation.Var(words.Rest()),
            "group" => new Expectation.Group(words.Word("a task"), words.Word("a group")),
            "due" => new Expectation.Due(words.Word("a task"), words.Word("an instant")),
            "incident" => new Expectation.Incident(words.Word("an element")),
            _ => throw words.Wrong("open, no, count, waiting, fired, skipped, withdrawn, entered, done, published, var, group, due or incident"),
        };
    }

    private static Expectation No(ScenarioReader.Words words) => words.Word("open, waiting or incident") switch
    {
        "open" => new Expectation.NotOpen(Names(words)),
        "waiting" => new Expectation.NotWaiting(words.Word("a timer")),
        "incident" => new Expectation.NoIncident(),
        _ => throw words.Wrong("open, waiting or incident"),
    };

    private static Expectation End(ScenarioReader.Words words) => words.Word("completed, terminated or running") switch
    {
        "completed" => new Expectation.Completed(words.TryKeyword("at") ? words.Word("an end event") : null),
        "terminated" => new Expectation.Terminated(),
        "running" => new Expectation.Running(),
        _ => throw words.Wrong("completed, terminated or running"),
    };

    private static List<string> Names(ScenarioReader.Words words)
    {
        var names = new List<string>();
        do names.Add(words.Word("a name").TrimEnd(','));
        while (!words.AtEnd);
        return names;
    }
}
