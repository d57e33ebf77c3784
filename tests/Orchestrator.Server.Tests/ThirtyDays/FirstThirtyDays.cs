using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Cases.Samples;
using Orchestrator.Contracts.Cases;
using Orchestrator.Hosting.Demo;
using Orchestrator.Server.Tests.Kill;
using Orchestrator.Worker;

namespace Orchestrator.Server.Tests.ThirtyDays;

/// <summary>A booking that somebody made, and between which reminders.</summary>
/// <param name="Worker">The worker's number.</param>
/// <param name="RemindedBefore">Reminders whose mails had all been written when the booking was on its way.</param>
/// <param name="BegunBefore">Reminders that had been begun when it was recorded.</param>
internal sealed record Booked(string CaseId, int Worker, int RemindedBefore, int BegunBefore);

/// <summary>
/// Scenario A from the report of the crisis to the thirtieth day after the signature, on the real clock: people at the public API, the company at the page of the list, a portal
/// that reports bookings.
/// </summary>
internal sealed class FirstThirtyDays : IDisposable
{
    /// <summary>Reminders of the booking term, on days 15, 20, 25, 28 and 29.</summary>
    public const int Reminders = 5;

    private const int DaysToBook = 31;

    // Later ones would race with the end of the term when a program is away.
    private const int LastBookingDay = 24;

    /// <summary>True when nothing is left to send, to do or to tell.</summary>
    public const string Left =
        "SELECT (SELECT count(*) FROM engine_outbox) + (SELECT count(*) FROM engine_jobs) + (SELECT count(*) FROM engine_messages WHERE immediate) + (SELECT count(*) FROM cases_notices)";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly KillStage _stage;
    private readonly TimeSpan _day;
    private readonly PublicApi _supervisor;
    private readonly PublicApi _portal;
    private readonly People _people;
    private readonly TimeSpan _longest;
    private readonly DateOnly _signed;
    private readonly List<Booked> _booked = [];
    private DateTimeOffset? _dayZero;
    private bool _listSent;

    public FirstThirtyDays(KillStage stage, SampleScenario scenario, long seed, double secondsPerDay)
    {
        _stage = stage;
        _day = TimeSpan.FromSeconds(secondsPerDay);
        _signed = DemoCalendar.Day(TimeProvider.System.GetUtcNow());
        World = new(scenario, seed, _signed) { Crisis = string.Create(CultureInfo.InvariantCulture, $"CR-{_signed.Year}-0001") };
        _supervisor = new(stage.Address, "supervisore");
        _portal = new(stage.Address, "worker");
        _people = new(stage, World, _supervisor);
        // The table takes eight days or so, and a loaded machine its time.
        _longest = (60 * _day) + TimeSpan.FromMinutes(5);
    }

    public DemoWorld World { get; }

    public PublicApi Api => _supervisor;

    public IReadOnlyList<Booked> Bookings => _booked;

    public int TasksDone => _people.Done;

    private string Agreement => $"AG-{World.Crisis}-1";

    /// <summary>Plays while <paramref name="strikes"/> are carried out, until both are over and nothing is left to do.</summary>
    /// <exception cref="DaysTooShortException">The machine took longer than the crisis has time, so that another pathway began.</exception>
    public async Task PlayAsync(Task strikes)
    {
        var until = TimeProvider.System.GetUtcNow() + _longest;
        await ReportAsync();
        while (!(strikes.IsCompleted && await IsOverAsync()))
        {
            _stage.CheckPrograms();
            if (TimeProvider.System.GetUtcNow() > until) Assert.Fail($"Expected the thirty days to be over within {_longest}, but they are not: {await StandAsync()}.\n{_stage.Said}");
            if (await IsLeftBehindAsync())
            {
                // Nothing may start a program again after its run is over.
                await strikes;
                throw new DaysTooShortException(_day);
            }
            await _people.ActAsync();
            await SendListAsync();
            await BookAsync();
            await Task.Delay(s_pause);
        }
        await strikes;
    }

    public void Dispose()
    {
        _supervisor.Dispose();
        _portal.Dispose();
    }

    private async Task ReportAsync()
    {
        var variables = new JsonObject { ["crisis"] = World.Crisis, ["report"] = CrisisScript.Report(World.Sample.Crisis) };
        var message = new { name = "CrisisReported", correlationKey = World.Crisis, timeToLive = 3_600_000, messageId = World.Request("report").ToString("D"), variables };
        var (status, body) = await _portal.PostAsync("/v2/messages/publication", message);
        Assert.That(status, Is.EqualTo(200), $"{body}");
    }

    // Scenario A is signed in time. A term of the table that passed while a killed server came back says something of the machine, nothing of the server.
    private async Task<bool> IsLeftBehindAsync() => await _stage.Database.CountAsync("SELECT count(*) FROM engine_instances WHERE process_id = 'p2-collective'") > 0;

    // The company's list, as soon as the agreement is in the registry and somebody waits for it.
    private async Task SendListAsync()
    {
        if (_listSent || await _stage.Database.CountAsync("SELECT count(*) FROM engine_subscriptions WHERE element = 'workers-list'") != 1) return;
        using var apl = new PageOperator(_stage.Address);
        await apl.SignInAsync("apl");
        await apl.UploadAsync(Agreement, World.Sample["lavoratori.csv"].Text);
        _listSent = true;
    }

    private async Task BookAsync()
    {
        if (_dayZero is null && await _stage.Database.CountAsync("SELECT count(*) FROM engine_timers WHERE element = 'term-end'") == 1) _dayZero = TimeProvider.System.GetUtcNow();
        if (World.Cases.Count == 0)
            foreach (var row in await _stage.Database.RowsAsync("SELECT case_id, row_number FROM cases_worker_cases"))
                World.Learn(row[0], SampleBehaviour.WorkerOfRow(int.Parse(row[1], CultureInfo.InvariantCulture)));
        if (_dayZero is not { } start) return;
        var open = (await _stage.Database.RowsAsync("SELECT business_key FROM engine_instances WHERE process_id = 'p1-worker' AND ended_at IS NULL")).Select(row => row[0]).ToHashSet();
        var registry = new HttpCaseRegistry(_portal.Http);
        foreach (var (caseId, worker) in World.Cases.OrderBy(one => one.Value))
        {
            if (!World.Bookings.TryGetValue(worker, out var booking) || !open.Contains(caseId) || _booked.Exists(one => one.CaseId == caseId)) continue;
            var day = Math.Min(LastBookingDay, booking.BookedOn.DayNumber - _signed.DayNumber);
            var now = TimeProvider.System.GetUtcNow();
            if (start + ((day + 0.5) * _day) > now) continue;
            var (reminded, _) = await RemindersAsync();
            var report = new BookingReport(World.Request("booking " + caseId), caseId, booking.Number, now, "autonomo", _signed.AddDays(DaysToBook));
            await PublicApi.AgainAsync(async () =>
            {
                await registry.RecordBookingAsync(report, new("portal", "a booking"), CancellationToken.None);
                return true;
            });
            _booked.Add(new(caseId, worker, reminded, (await RemindersAsync()).Begun));
        }
    }

    // A reminder has begun when its timer is gone, and all its mails are written when its job is gone as well.
    private async Task<(int Finished, int Begun)> RemindersAsync()
    {
        var (waiting, running) = (-1L, -1L);
        while (waiting < 0 || running < 0)
        {
            var row = await _stage.Database.RowsAsync(
                "SELECT (SELECT count(*) FROM engine_timers WHERE element LIKE 'booking-reminder-%'), (SELECT count(*) FROM engine_jobs WHERE element = 'remind-bookings')");
            if (row is [[var timers, var jobs]]) (waiting, running) = (long.Parse(timers, CultureInfo.InvariantCulture), long.Parse(jobs, CultureInfo.InvariantCulture));
        }
        return ((int)(Reminders - waiting - running), (int)(Reminders - waiting));
    }

    private async Task<bool> IsOverAsync() =>
        _dayZero is not null
        && await _stage.Database.CountAsync("SELECT count(*) FROM engine_timers WHERE element IN ('term-end', 'until-term-end')") == 0
        && await _stage.Database.CountAsync("SELECT count(*) FROM engine_instances WHERE process_id = 'sub-session' AND ended_at IS NULL AND business_key LIKE 'AG-%'") == 0
        && await _stage.Database.CountAsync("SELECT count(*) FROM engine_instances WHERE process_id = 'p1-worker' AND ended_at IS NULL AND business_key NOT IN (SELECT case_id FROM cases_bookings)") == 0
        && await _stage.Database.CountAsync(Left) == 0;

    /// <summary>Where the run stands, for whoever looks at one that failed.</summary>
    public async Task<string> StandAsync()
    {
        var tasks = await _stage.Database.RowsAsync("SELECT element, count(*) FROM engine_tasks WHERE ended_at IS NULL GROUP BY element");
        var jobs = await _stage.Database.RowsAsync("SELECT element, count(*) FROM engine_jobs GROUP BY element");
        var incidents = await _stage.Database.RowsAsync("SELECT process_id, element, message FROM engine_incidents WHERE resolved_at IS NULL");
        var instances = await _stage.Database.RowsAsync("SELECT process_id, count(*) FROM engine_instances WHERE ended_at IS NULL GROUP BY process_id");
        return $"day 0 {_dayZero:HH:mm:ss}, {_people.Done} tasks done, list {_listSent}, bookings {_booked.Count}, last refused {_people.Refused}, left {await _stage.Database.CountAsync(Left)}; " +
            string.Join(" | ", new[] { tasks, jobs, incidents, instances }.Select(rows => string.Join(", ", rows.Select(row => string.Join(' ', row)))));
    }
}
