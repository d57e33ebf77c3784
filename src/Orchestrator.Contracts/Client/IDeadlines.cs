namespace Orchestrator.Contracts.Client;

/// <summary>What falls due: terms of the cases and due dates of open tasks, as a list and as a calendar, and what will be missed if nothing changes.</summary>
public interface IDeadlines
{
    /// <summary>
    /// Deadlines that the user may see, the next first: the due dates of their tasks (an operator's are those of their groups) and the terms of cases that they see.
    /// </summary>
    Task<Outcome<DeadlinePage>> ListAsync(ActingUser user, DeadlineQuery query, CancellationToken cancellation);

    /// <summary>The same by day, from the first to the last day of the query, both of which it needs. At most <see cref="DeadlineCalendar.DaysMax"/> days.</summary>
    Task<Outcome<DeadlineCalendar>> CalendarAsync(ActingUser user, DeadlineQuery query, CancellationToken cancellation);

    /// <summary>
    /// The terms that will be missed if nobody does anything, as the engine itself takes the cases on: a term that another one ends first is not among them. Jobs are not answered
    /// and messages do not arrive.
    /// </summary>
    Task<Outcome<DeadlineForecast>> ForecastAsync(ActingUser user, ForecastQuery query, CancellationToken cancellation);

    /// <summary>Open tasks that exist because a term passed, the oldest first.</summary>
    Task<Outcome<EscalationPage>> EscalationsAsync(ActingUser user, int offset, int limit, CancellationToken cancellation);

    /// <summary>What led to such a task: reminders, the term, who had it. <c>NotFound</c> for a task that is none or that the user may not see.</summary>
    Task<Outcome<EscalationLadder>> LadderAsync(ActingUser user, long taskKey, CancellationToken cancellation);
}

/// <summary>What a deadline is.</summary>
public enum DeadlineKind
{
    /// <summary>A term of a case.</summary>
    Term,

    /// <summary>The due date of an open task.</summary>
    Task,
}

/// <summary>What deadlines are wanted.</summary>
/// <param name="Offset">0 or more; nothing to a calendar.</param>
/// <param name="Limit">1 to 200; nothing to a calendar.</param>
public sealed record DeadlineQuery(int Offset, int Limit)
{
    /// <summary>Of this office, as a candidate group; null for all.</summary>
    public string? Group { get; init; }

    /// <summary>Of this person, as an account; null for all.</summary>
    public string? Person { get; init; }

    /// <summary>First day, Europe/Rome. What is due at midnight belongs to the day that ends.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, Europe/Rome.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only terms, only tasks; null for both.</summary>
    public DeadlineKind? Kind { get; init; }

    /// <summary>Only what is past due.</summary>
    public bool Overdue { get; init; }
}

/// <summary>A page of deadlines with what the filters offer. They are not counted: there may be very many.</summary>
public sealed record DeadlinePage(IReadOnlyList<DeadlineView> Deadlines, bool HasMore, DeadlineChoices Choices);

/// <summary>Offices and persons that a filter may name.</summary>
/// <param name="Groups">Candidate groups.</param>
/// <param name="People">Accounts with the names to show; the user first.</param>
public sealed record DeadlineChoices(IReadOnlyList<string> Groups, IReadOnlyList<PersonChoice> People);

/// <summary>An account to choose.</summary>
public sealed record PersonChoice(string Account, string Name);

/// <summary>One deadline.</summary>
/// <param name="Kind">A term or a task.</param>
/// <param name="Name">The term's label or the task's name.</param>
/// <param name="Case">The case it belongs to.</param>
/// <param name="DueAt">When it falls due.</param>
public sealed record DeadlineView(DeadlineKind Kind, string Name, CaseReference Case, DateTimeOffset DueAt)
{
    /// <summary>The timer's or the task's key.</summary>
    public long Key { get; init; }

    /// <summary>Names the deadline as long as it lives: a corrected term keeps it although its timer is another one.</summary>
    public string StableId { get; init; } = "";

    /// <summary>The last day on which it may be done.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Working days (office calendar) from today to that day; null when it is past.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>Both dates of a term; null for a task.</summary>
    public TermView? Term { get; init; }

    /// <summary>How the date of a term was reached; null for a task.</summary>
    public DeadlineReason? Reason { get; init; }

    /// <summary>Who has the task, as a name to show.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>Candidate groups of the task.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>True when the user may open the case.</summary>
    public bool MayOpenCase { get; init; }
}

/// <summary>How the date of a term was reached.</summary>
/// <param name="Rule">The expression of the timer as it was evaluated.</param>
/// <param name="Reads">Names of the facts that the date depends on: what the counting read, else what the rule read.</param>
/// <param name="Steps">How the counting functions came to this day, rule by rule, in the language of the request; empty when no counting function gave it.</param>
public sealed record DeadlineReason(string Rule, IReadOnlyList<string> Reads, IReadOnlyList<ExpressionReason> Steps);

/// <summary>Deadlines by day.</summary>
/// <param name="Days">Every day from the first to the last.</param>
/// <param name="Total">How many deadlines there are in all, counted up to 10 000.</param>
/// <param name="Whole">True when the days hold their deadlines; otherwise there are too many and the days hold figures alone.</param>
/// <param name="Choices">What the filters offer.</param>
public sealed record DeadlineCalendar(IReadOnlyList<DeadlineDay> Days, int Total, bool Whole, DeadlineChoices Choices)
{
    /// <summary>Six weeks: any month with the rest of its first and last week.</summary>
    public const int DaysMax = 42;
}

/// <summary>A day of the calendar.</summary>
/// <param name="Day">The day, Europe/Rome.</param>
/// <param name="Terms">How many terms end on it.</param>
/// <param name="Tasks">How many tasks are due on it.</param>
/// <param name="Deadlines">What they are.</param>
public sealed record DeadlineDay(DateOnly Day, int Terms, int Tasks, IReadOnlyList<DeadlineView> Deadlines)
{
    /// <summary>Why nobody works on it («domenica», «Natale»), in the language of the request; null for a working day.</summary>
    public string? Holiday { get; init; }
}

/// <summary>What is looked ahead for.</summary>
/// <param name="Days">Days from today, 1 to <see cref="DaysMax"/>; the last one is looked at whole.</param>
/// <param name="Offset">0 or more.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ForecastQuery(int Days, int Offset, int Limit)
{
    public const int DaysMax = 90;

    /// <summary>Of this office; null for all.</summary>
    public string? Group { get; init; }

    /// <summary>Of this person; null for all.</summary>
    public string? Person { get; init; }
}

/// <summary>Terms that will be missed.</summary>
/// <param name="Deadlines">The next first.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Until">The end of the last day looked at.</param>
/// <param name="Cases">How many cases were looked at.</param>
/// <param name="Complete">False when there were more cases than are looked at in one go: those whose timers are due first were.</param>
/// <param name="Choices">What the filters offer.</param>
public sealed record DeadlineForecast(IReadOnlyList<DeadlineView> Deadlines, int Total, DateTimeOffset Until, int Cases, bool Complete, DeadlineChoices Choices);

/// <summary>Open escalations.</summary>
public sealed record EscalationPage(IReadOnlyList<EscalationView> Escalations, int Total);

/// <summary>A task that exists because a term passed.</summary>
/// <param name="Task">The task.</param>
/// <param name="TermName">The term's label, or the name of its timer.</param>
public sealed record EscalationView(TaskSummary Task, string TermName);

/// <summary>What led to an escalation, in the order in which it came.</summary>
/// <param name="Escalation">The task.</param>
/// <param name="Rungs">The rungs.</param>
public sealed record EscalationLadder(EscalationView Escalation, IReadOnlyList<LadderRung> Rungs)
{
    /// <summary>True when the user may open the case.</summary>
    public bool MayOpenCase { get; init; }
}

/// <summary>What a rung of a ladder is.</summary>
public enum LadderStep
{
    /// <summary>The work began that had to be done in time.</summary>
    Began,

    /// <summary>A reminder went out.</summary>
    Reminded,

    /// <summary>A reminder was left out, because its day had passed when it was set.</summary>
    ReminderSkipped,

    /// <summary>The term passed.</summary>
    TermPassed,

    /// <summary>The escalation was given to its groups.</summary>
    Escalated,

    /// <summary>Somebody took it, or was given it.</summary>
    Taken,

    /// <summary>Somebody gave it back.</summary>
    GivenBack,
}

/// <summary>One rung.</summary>
/// <param name="Step">What happened.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Name">The element's name, the task's or the person's.</param>
public sealed record LadderRung(LadderStep Step, DateTimeOffset At, string Name);
