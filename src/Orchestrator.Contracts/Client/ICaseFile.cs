namespace Orchestrator.Contracts.Client;

/// <summary>Cases (process instances): search, page, replay, verification, correction.</summary>
public interface ICaseFile
{
    /// <summary>Cases the user may see, the last started first.</summary>
    Task<Outcome<CasePage>> SearchAsync(ActingUser user, CaseQuery query, CancellationToken cancellation);

    /// <summary>The page of a case, without the state.</summary>
    Task<Outcome<CaseDetail>> OpenAsync(ActingUser user, long instanceKey, CancellationToken cancellation);

    /// <summary>
    /// The state after event <paramref name="position"/>, computed from history alone; positions count events from 1.
    /// Null is the last one. A position outside the history is <c>NotFound</c>.
    /// </summary>
    Task<Outcome<CaseMoment>> AtAsync(ActingUser user, long instanceKey, long? position, CancellationToken cancellation);

    /// <summary>
    /// The drawing of one process of the case, its own or one that it called, with the state as it stands. <c>NotFound</c> when the case has had no such process. Where it was called
    /// more than once, what happened in each is told together.
    /// </summary>
    Task<Outcome<CaseDrawing>> DrawAsync(ActingUser user, long instanceKey, string processId, CancellationToken cancellation);

    /// <summary>The history as sentences' raw material, from <paramref name="from"/> on, at most <paramref name="limit"/> (1 to 1000) entries.</summary>
    Task<Outcome<IReadOnlyList<StoryEntry>>> StoryAsync(ActingUser user, long instanceKey, long from, int limit, CancellationToken cancellation);

    /// <summary>Checks hash chain, seals and projection rows of one case.</summary>
    Task<Outcome<VerifyReport>> VerifyAsync(ActingUser user, long instanceKey, CancellationToken cancellation);

    /// <summary>Cases to look into today, for auditors: drawn each day anew and for each auditor others, among all that started before today (on the first day among today's).</summary>
    Task<Outcome<CaseSample>> SampleAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>Changes variables of a running case with a reason; timers whose expression reads one, in called processes too, are disarmed and armed again.</summary>
    Task<Outcome<CaseDetail>> CorrectAsync(ActingUser user, CaseCorrection correction, CancellationToken cancellation);

    /// <summary>Begins an activity that may be chosen (<see cref="CaseDetail.Choices"/>). <c>NotAllowed</c> for who may not choose there, <c>Conflict</c> when the choice is closed.</summary>
    Task<Outcome<CaseDetail>> ChooseAsync(ActingUser user, CaseChoice choice, CancellationToken cancellation);
}

/// <summary>What cases are wanted.</summary>
/// <param name="State">Only this state; null for all.</param>
/// <param name="Search">Business key or process name; null for all.</param>
/// <param name="Offset">0 or more.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record CaseQuery(CaseState? State, string? Search, int Offset, int Limit);

/// <summary>A page of cases.</summary>
public sealed record CasePage(IReadOnlyList<CaseSummary> Cases, int Total);

/// <summary>Cases that were drawn.</summary>
/// <param name="Cases">At most <see cref="SizeMax"/>, each once.</param>
/// <param name="LastSealAt">When all histories were sealed last; null when they never were or not here.</param>
public sealed record CaseSample(IReadOnlyList<CaseSummary> Cases, DateTimeOffset? LastSealAt)
{
    public const int SizeMax = 5;

    /// <summary>The file of seals is damaged; what is wrong with it, in technical words.</summary>
    public string? SealsBroken { get; init; }
}

/// <summary>The state of a case.</summary>
public enum CaseState
{
    Running,
    Completed,
    Terminated,
}

/// <summary>A case in a list.</summary>
/// <param name="Case">Its keys and names.</param>
/// <param name="DefinitionVersion">The version of the definition it runs on, from 1.</param>
/// <param name="State">Running, completed, terminated.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record CaseSummary(CaseReference Case, int DefinitionVersion, CaseState State, DateTimeOffset StartedAt)
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many incidents are open.</summary>
    public int Incidents { get; init; }

    /// <summary>The nearest running term.</summary>
    public TermView? NextTerm { get; init; }
}

/// <summary>A case with what its page shows besides the state.</summary>
/// <param name="Summary">The case.</param>
/// <param name="Version">Grows with every commit; a correction names the version that was shown.</param>
/// <param name="DiagramXml">The definition as deployed, BPMN 2.0 XML with its diagram.</param>
/// <param name="LastPosition">The number of events in its history.</param>
public sealed record CaseDetail(CaseSummary Summary, long Version, string DiagramXml, long LastPosition)
{
    /// <summary>All terms with both dates.</summary>
    public IReadOnlyList<TermView> Terms { get; init; } = [];

    /// <summary>Open tasks that the user may see.</summary>
    public IReadOnlyList<TaskSummary> Tasks { get; init; } = [];

    /// <summary>Where this user may choose now which activities begin: running ad-hoc sub-processes.</summary>
    public IReadOnlyList<ChoiceView> Choices { get; init; } = [];

    /// <summary>Open incidents.</summary>
    public IReadOnlyList<IncidentView> Incidents { get; init; } = [];

    /// <summary>The case that called this one.</summary>
    public CaseReference? Parent { get; init; }

    /// <summary>Cases that this one called or started, in order of start.</summary>
    public IReadOnlyList<CaseSummary> Children { get; init; } = [];

    /// <summary>True when this user may correct variables.</summary>
    public bool MayCorrect { get; init; }

    /// <summary>True when this user may see who has read the case.</summary>
    public bool MaySeeReadings { get; init; }

    /// <summary>The signing date as it stands, when the case has one.</summary>
    public DateOnly? SigningDate { get; init; }
}

/// <summary>A correction of variables.</summary>
/// <param name="Request">Idempotency key.</param>
/// <param name="InstanceKey">The case.</param>
/// <param name="Version">The version that the page showed; a stale one is a <c>Conflict</c>.</param>
/// <param name="VariablesJson">The variables to set in the root scope, a JSON object.</param>
/// <param name="Reason">Why; mandatory, kept in history.</param>
public sealed record CaseCorrection(Guid Request, long InstanceKey, long Version, string VariablesJson, string Reason);

/// <summary>A running ad-hoc sub-process in which activities may be chosen, any number of times.</summary>
/// <param name="ChoiceKey">Its key.</param>
/// <param name="Name">Its name in the definition, else its id.</param>
/// <param name="Activities">What may be chosen, in document order.</param>
public sealed record ChoiceView(long ChoiceKey, string Name, IReadOnlyList<ChoiceActivity> Activities);

/// <summary>An activity that may be chosen.</summary>
/// <param name="ElementId">Its id in the definition.</param>
/// <param name="Name">Its name in the definition, else its id.</param>
/// <param name="Running">How many of it are open, 0 or more.</param>
public sealed record ChoiceActivity(string ElementId, string Name, int Running);

/// <summary>A choice of an activity.</summary>
/// <param name="Request">Idempotency key.</param>
/// <param name="InstanceKey">The case.</param>
/// <param name="ChoiceKey">The ad-hoc sub-process, as <see cref="ChoiceView.ChoiceKey"/>.</param>
/// <param name="ElementId">The activity.</param>
public sealed record CaseChoice(Guid Request, long InstanceKey, long ChoiceKey, string ElementId);
