using System.Text.Json.Nodes;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Samples;
using Orchestrator.Engine.Messages;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;

namespace Orchestrator.Hosting.Demo;

/// <summary>
/// What comes from outside the offices: the company reports and sends its list, workers book, ANPAL decides, workers choose, employers hire. Every act has a key of its own
/// and changes nothing when it is done again, so a run that was cut goes on from its beginning without harm.
/// </summary>
internal sealed class Outside(DemoHost host, DemoWorld world)
{
    private const string Company = "demo.azienda";
    private const string Desk = "demo.cpi";
    private const int ListAfterDays = 3;
    private const int BookingHour = 11;
    // Decisions are registered from the end of the booking term on: what came before comes together.
    private const int FirstFile = 33;
    private const int DaysBetweenFiles = 3;
    private const int DaysBetweenGroups = 3;
    private const int FirstHire = 150;
    private const int HireDays = 210;

    private readonly Dictionary<string, (DateTimeOffset At, Func<CancellationToken, Task> Do)> _plans = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly GroupMaker _groups = new(host, world);
    private DateTimeOffset _start;
    private DateOnly? _signed;

    /// <summary>When somebody outside acts next, or null.</summary>
    public DateTimeOffset? NextAct => _plans.Count == 0 ? null : _plans.Values.Min(plan => plan.At);

    /// <summary>Plans the beginning of the story.</summary>
    public void Begin(DateTimeOffset start)
    {
        Plan("operators", start, stop => ImportAsync("operatori_accreditati.csv", ImportKind.AccreditedOperators, null, null, stop));
        Plan("crisis", start, ReportAsync);
        _start = start;
        Plan("groups", NextGroups(host.Clock.GetUtcNow()), MakeGroupsAsync);
    }

    /// <summary>Does what is due; true when anything was done.</summary>
    public async Task<bool> ActAsync(CancellationToken cancellation)
    {
        await LearnAsync(cancellation);
        var now = host.Clock.GetUtcNow();
        var due = _plans.Where(plan => plan.Value.At <= now).OrderBy(plan => plan.Value.At).ThenBy(plan => plan.Key, StringComparer.Ordinal).ToList();
        foreach (var (key, plan) in due)
        {
            _plans.Remove(key);
            _done.Add(key);
            await plan.Do(cancellation);
        }
        return due.Count > 0;
    }

    private void Plan(string key, DateTimeOffset at, Func<CancellationToken, Task> act)
    {
        if (!_done.Contains(key)) _plans.TryAdd(key, (at, act));
    }

    // Facts that the story waits for: the signed agreement, the opened cases.
    private async Task LearnAsync(CancellationToken cancellation)
    {
        if (world.Crisis.Length == 0) return;
        if (_signed is null && await SignedAsync(cancellation) is { } signed) PlanAfter(signed);
        // The list of workers comes once, and its cases are opened in one act.
        if (world.Cases.Count > 0) return;
        foreach (var one in await host.Cases.ListCasesAsync(world.Crisis, cancellation))
            world.Learn(one.CaseId, SampleBehaviour.WorkerOfRow(one.RowNumber));
        PlanWorkers();
    }

    // Day 0: the signature, or, where there is none, the end of the table.
    private async Task<DateOnly?> SignedAsync(CancellationToken cancellation)
    {
        if (world.Sample.Crisis.Agreement is { } agreement)
            return await host.Cases.FindAgreementAsync($"AG-{world.Crisis}-1", cancellation) is null ? null : agreement.SigningDate;
        var delivery = await host.Node.Queries.InstancesAsync(new InstanceQuery { BusinessKey = world.Crisis, ProcessId = "ma4-delivery", Page = new(0, 1) }, cancellation);
        return delivery.Items is [var row] ? DemoCalendar.Day(row.StartedAt) : null;
    }

    private void PlanAfter(DateOnly day)
    {
        _signed = day;
        var agreement = world.Sample.Crisis.Agreement is null ? null : $"AG-{world.Crisis}-1";
        Plan("list", Slot(day, ListAfterDays), stop => UploadListAsync(agreement, stop));
        if (agreement is null) return;
        PlanFiles(day, agreement);
    }

    // ANPAL's decisions and the choices come twice a week, what has happened since the last time. Choices come two working days later, when the decisions have been registered.
    private void PlanFiles(DateOnly day, string agreement)
    {
        var (decisions, choices) = (world.Sample["esiti_prenotazione.csv"], world.Sample["scelte.csv"]);
        var last = Instalments.LastDay(choices, "data_scelta") ?? Instalments.LastDay(decisions, "data_esito");
        var before = DateOnly.MinValue;
        for (var upTo = day.AddDays(FirstFile); before < last; before = upTo, upTo = upTo.AddDays(DaysBetweenFiles))
        {
            var (after, to) = (before, upTo);
            if (Instalments.Of(decisions, "data_esito", after, to) is { } decided)
                Plan($"decisions {DemoCalendar.Text(to)}", Slot(to, 0), async stop =>
                    world.DecisionImports.Add(await ImportAsync(decisions.Name, ImportKind.BookingDecisions, agreement, null, stop, decided, to)));
            if (Instalments.Of(choices, "data_scelta", after, to) is { } chosen)
                Plan($"choices {DemoCalendar.Text(to)}", DemoCalendar.WorkingDay(Slot(to, 0), 2, 10), stop => ImportAsync(choices.Name, ImportKind.ProviderChoices, agreement, null, stop, chosen, to));
        }
    }

    private void PlanWorkers()
    {
        if (_signed is not { } day) return;
        foreach (var (caseId, worker) in world.Cases)
        {
            if (world.Bookings.TryGetValue(worker, out var booking))
                Plan("booking " + caseId, DemoCalendar.At(booking.BookedOn, BookingHour), stop => BookAsync(caseId, booking, day, stop));
            if (world.Behaviour.IsHired(worker))
                Plan("hire " + caseId, Slot(day, FirstHire + world.Below(worker, "hired on day", HireDays)), stop => HireAsync(caseId, worker, stop));
        }
    }

    private async Task ReportAsync(CancellationToken cancellation)
    {
        world.Crisis = await host.Cases.ReserveCrisisAsync(world.Request("crisis"), Company, cancellation);
        // A run that goes on: the message was heard long ago, and the engine may have forgotten its id.
        var heard = await host.Node.Queries.InstancesAsync(new InstanceQuery { BusinessKey = world.Crisis, ProcessId = "ma1-crisis-table", Page = new(0, 1) }, cancellation);
        if (heard.Items.Count > 0) return;
        await TellAsync("CrisisReported", world.Crisis, new JsonObject { ["crisis"] = world.Crisis, ["report"] = CrisisScript.Report(world.Sample.Crisis) }, cancellation);
    }

    private Task<ImportSummary> UploadListAsync(string? agreement, CancellationToken cancellation) =>
        UploadAsync("lavoratori.csv", ImportKind.Workers, agreement, agreement is null ? world.Crisis : null, cancellation);

    private async Task BookAsync(string caseId, SampleBooking booking, DateOnly day, CancellationToken cancellation)
    {
        // Who is on pathway 2 has nothing to book.
        var case1 = await host.Node.Queries.InstancesAsync(new InstanceQuery { BusinessKey = caseId, ProcessId = "p1-worker", State = InstanceRowState.Active, Page = new(0, 1) }, cancellation);
        if (case1.Items.Count == 0) return;
        Check(await host.Cases.RecordBookingAsync(
            new(world.Request("booking " + caseId), caseId, booking.Number, DemoCalendar.At(booking.BookedOn, BookingHour), "autonomo", day.AddDays(31)), Desk, cancellation), "booking");
    }

    private async Task HireAsync(string caseId, int worker, CancellationToken cancellation) => Check(await host.Cases.RecordEmploymentAsync(
        new(world.Request("hire " + worker), caseId, "assunzione", "99990000004", "tempo indeterminato", DemoCalendar.Day(host.Clock.GetUtcNow()), null), Desk, cancellation), "employment notice");

    private async Task MakeGroupsAsync(CancellationToken cancellation)
    {
        await _groups.MakeAsync(cancellation);
        var now = host.Clock.GetUtcNow();
        _done.Remove("groups");
        // Somebody looks at the waiting list every third working day, as long as a programme runs.
        var running = await host.Node.Queries.InstancesAsync(new InstanceQuery { State = InstanceRowState.Active, Page = new(0, 1) }, cancellation);
        if (running.Items.Count > 0) Plan("groups", NextGroups(now.AddMinutes(1)), MakeGroupsAsync);
    }

    // Counted from the beginning, so that a run that goes on keeps the days.
    private DateTimeOffset NextGroups(DateTimeOffset from)
    {
        for (var at = DemoCalendar.NextSlot(_start); ; at = DemoCalendar.WorkingDay(at, DaysBetweenGroups, 10))
            if (at >= from) return at;
    }

    private async Task<Guid> ImportAsync(
        string file, ImportKind kind, string? agreement, string? crisis, CancellationToken cancellation, byte[]? content = null, DateOnly? part = null)
    {
        var import = await UploadAsync(file, kind, agreement, agreement is null ? crisis : null, cancellation, content, part);
        if (import.State is ImportState.Accepted or ImportState.Rejected) return import.Import;
        Check(await host.Cases.DecideImportAsync(new(import.Import, Accept: true, import.Version, "Righe senza pratica escluse."), Desk, cancellation), "decision about " + file);
        return import.Import;
    }

    private async Task<ImportSummary> UploadAsync(
        string file, ImportKind kind, string? agreement, string? crisis, CancellationToken cancellation, byte[]? content = null, DateOnly? part = null)
    {
        var request = world.Request(part is { } day ? $"{file} {DemoCalendar.Text(day)}" : file);
        return Check(await host.Cases.UploadAsync(new(request, agreement, file, content ?? world.Sample[file].Content) { Crisis = crisis, Kind = kind }, Company, cancellation), "file " + file);
    }

    private async Task TellAsync(string name, string key, JsonObject variables, CancellationToken cancellation)
    {
        var message = new NewMessage(name, key, TimeSpan.FromDays(30), (FeelContext)FeelJson.Read(variables.ToJsonString())) { MessageId = world.Request(name + key).ToString("D") };
        if ((await host.Node.Messages.PublishAsync(message, cancellation)).Rejection is { } refused)
            throw new DemoFailedException($"Expected the message {name} to be taken, but it was refused: {refused.Message}");
    }

    private static T Check<T>(DeskAnswer<T> answer, string what)
        where T : class => answer.Value ?? throw new DemoFailedException(
            $"Expected the registry to take the {what}, but it was refused: {string.Join("; ", answer.Problems.Select(problem => $"{problem.Field} {problem.Message}"))}");

    private static DateTimeOffset Slot(DateOnly day, int after) => DemoCalendar.NextSlot(DemoCalendar.At(day.AddDays(after), 9));
}
