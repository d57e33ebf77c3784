using System.Globalization;
using System.Text.Json;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.ThirtyDays;

/// <summary>Counts what a run left, outside of the engine: mails by files, the registry by SQL, queues by the broker's own tool, histories by the reference verifier and as the API tells them.</summary>
internal sealed class ThirtyDaysCount(KillStage stage, FirstThirtyDays run)
{
    public const string Informed = "Servizi di ricollocazione";
    public const string Invited = "Convocazione: ";
    private const string Reminded = "Promemoria: ";
    private const string BookingReminder = "Prenotare l'assegno";
    private const int SessionReminders = 2;

    // The others depend on who is faster: a worker who books, or the centre that offers help.
    private static readonly HashSet<string> s_ofAWorker =
        ["instance-started ", "instance-ended ", "job-created inform-worker", "job-completed inform-worker", "element-completed booking-made", "element-completed booking-term-expired"];

    private readonly List<string> _wrong = [];

    /// <summary>Recipient and subject of every mail with how often it is there: the same in every run of the seed.</summary>
    public IReadOnlyDictionary<string, int> Mails { get; private set; } = new Dictionary<string, int>();

    /// <summary>What the histories tell, by process: each event and its element with how often it is there.</summary>
    public IReadOnlyDictionary<string, int> Stories { get; private set; } = new Dictionary<string, int>();

    /// <summary>Kinds of documents in the register with how many there are.</summary>
    public IReadOnlyDictionary<string, int> Documents { get; private set; } = new Dictionary<string, int>();

    public async Task<IReadOnlyList<string>> WrongAsync()
    {
        await CountQueuesAsync();
        await CountRegistryAsync();
        await CountMailsAsync();
        await CountStoriesAsync();
        await stage.HistoryHoldsAsync();
        return _wrong;
    }

    /// <summary>What is wrong with the mails alone.</summary>
    public async Task<IReadOnlyList<string>> WrongMailsAsync()
    {
        _wrong.Clear();
        await CountMailsAsync();
        return _wrong;
    }

    private async Task CountQueuesAsync()
    {
        foreach (var (queue, messages) in await stage.QueuesAsync())
            if (queue.EndsWith("_error", StringComparison.Ordinal) || queue.EndsWith("_skipped", StringComparison.Ordinal)) Expect(0, messages, $"messages in {queue}");
        _wrong.AddRange(stage.Said.Split('\n').Where(line => line.Contains("does not fit its contract", StringComparison.Ordinal)).Select(line => line.Trim()));
        Expect(0, await CountAsync("SELECT count(*) FROM engine_outbox"), "rows in the outbox");
        Expect(0, await CountAsync("SELECT count(*) FROM engine_incidents"), "incidents");
    }

    private async Task CountRegistryAsync()
    {
        var documents = await stage.Database.RowsAsync("SELECT registry_number, kind, subject FROM cases_documents ORDER BY registry_number");
        var numbers = documents.Select(row => int.Parse(row[0].Split('-')[^1], CultureInfo.InvariantCulture)).ToList();
        if (!numbers.SequenceEqual(Enumerable.Range(1, documents.Count))) _wrong.Add($"registry numbers {string.Join(", ", documents.Select(row => row[0]))} instead of 1 to {documents.Count}");
        Once(documents.Select(row => $"document {row[1]} {row[2]}"));
        Documents = Tally(documents.Select(row => row[1]));

        Expect(1, await CountAsync("SELECT count(*) FROM cases_crises"), "crises");
        Expect(1, await CountAsync("SELECT count(*) FROM cases_agreements"), "agreements");
        Expect(run.World.Cases.Count, await CountAsync("SELECT count(DISTINCT worker_id) FROM cases_worker_cases"), "persons with a case");
        var rowsInError = run.World.Sample["errori-attesi.csv"].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';'))
            .Where(row => row[3].StartsWith("error", StringComparison.OrdinalIgnoreCase)).Select(row => row[0]).Distinct().Count();
        var rows = run.World.Sample["lavoratori.csv"].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
        Expect(rows - rowsInError, run.World.Cases.Count, "cases of the list's good rows");
        Expect(run.Bookings.Count, await CountAsync("SELECT count(*) FROM cases_bookings"), "bookings in the registry");
        Expect(run.Bookings.Count, await CountAsync("SELECT count(DISTINCT case_id) FROM cases_bookings"), "cases with a booking");
        Expect(await CountAsync("SELECT count(*) FROM cases_session_places WHERE session_id LIKE 'AG-%-S%'"), await CountAsync("SELECT count(*) FROM cases_attendances WHERE session_id LIKE 'AG-%-S%'"), "rows of attendance");
        // Every case has one instance of the pathway that was opened for it.
        var opened = await stage.Database.RowsAsync("SELECT business_key FROM engine_instances WHERE process_id = 'p1-worker' ORDER BY business_key");
        Once(opened.Select(row => "p1-worker of " + row[0]));
        Expect(await CountAsync("SELECT count(*) FROM cases_worker_cases WHERE in_scope"), opened.Count, "cases in scope with a pathway 1");
    }

    private async Task CountMailsAsync()
    {
        var mails = Mailbag.Read(stage);
        var email = (await stage.Database.RowsAsync(
            "SELECT one.case_id FROM cases_worker_cases one JOIN cases_workers who ON who.id = one.worker_id WHERE who.email IS NOT NULL AND who.email <> ''")).Select(row => row[0]).ToHashSet();
        var pathway1 = (await stage.Database.RowsAsync("SELECT business_key FROM engine_instances WHERE process_id = 'p1-worker'")).Select(row => row[0]).Where(email.Contains).ToHashSet();
        var places = (await stage.Database.RowsAsync("SELECT session_id, case_id FROM cases_session_places WHERE session_id LIKE 'AG-%-S%'")).Where(row => email.Contains(row[1])).ToList();

        ExpectEach(pathway1.ToDictionary(one => one, _ => (1, 1)), Of(mails, Informed, mail => mail.Recipient), "is informed");
        ExpectEach(places.ToDictionary(row => $"{row[0]} {row[1]}", _ => (1, 1)), Of(mails, Invited, mail => $"{mail.Session} {mail.Recipient}", presentations: true), "is invited");
        ExpectEach(places.ToDictionary(row => $"{row[0]} {row[1]}", _ => (SessionReminders, SessionReminders)), Of(mails, Reminded, mail => $"{mail.Session} {mail.Recipient}", presentations: true), "is reminded of the session");
        var bookings = run.Bookings.ToDictionary(one => one.CaseId);
        ExpectEach(
            pathway1.ToDictionary(one => one, one => bookings.TryGetValue(one, out var booked) ? (booked.RemindedBefore, booked.BegunBefore) : (FirstThirtyDays.Reminders, FirstThirtyDays.Reminders)),
            Of(mails, BookingReminder, mail => mail.Recipient), "is reminded of the booking");
        Once(mails.Where(mail => !mail.IsToAPerson).Select(mail => $"mail to {mail.Recipient}: {mail.Subject}\n{mail.Text}"));
        // How often a person was reminded who booked in the end depends on when; it was counted above.
        Mails = Tally(mails.Where(mail => !(bookings.ContainsKey(mail.Recipient) && mail.Subject.StartsWith(BookingReminder, StringComparison.Ordinal))).Select(What));
    }

    // Which of several presentations a person is invited to follows from case ids, which are random.
    private string What(SpooledMail mail)
    {
        var recipient = mail.IsToAPerson ? $"person {run.World.WorkerOf(mail.Recipient)}" : mail.Recipient;
        return IsPresentation(mail) ? $"{recipient} presentation {mail.Subject.Split(", ")[0]}" : $"{recipient} {mail.Session} {mail.Subject}";
    }

    private static bool IsPresentation(SpooledMail mail) => mail.Session.StartsWith("AG-", StringComparison.Ordinal) && mail.Session.Contains("-S", StringComparison.Ordinal);

    // A missing key expects none.
    private void ExpectEach(Dictionary<string, (int Least, int Most)> expected, Dictionary<string, int> found, string what)
    {
        foreach (var key in expected.Keys.Union(found.Keys).Order(StringComparer.Ordinal))
        {
            var (least, most) = expected.GetValueOrDefault(key);
            var times = found.GetValueOrDefault(key);
            if (times < least || times > most) _wrong.Add($"{key} {what} {times} times instead of {(least == most ? least : $"{least} to {most}")}");
        }
    }

    private static Dictionary<string, int> Of(IEnumerable<SpooledMail> mails, string subject, Func<SpooledMail, string> key, bool presentations = false) => Tally(mails
        .Where(mail => mail.IsToAPerson && mail.Subject.StartsWith(subject, StringComparison.Ordinal))
        .Where(mail => !presentations || IsPresentation(mail)).Select(key));

    private async Task CountStoriesAsync()
    {
        var stories = new List<string>();
        var booked = 0;
        foreach (var instance in await InstancesAsync())
        {
            var process = instance.Text("processDefinitionId");
            var events = await StoryAsync(instance.Text("processInstanceKey"));
            foreach (var (created, count) in events.Where(one => one.Key.StartsWith("job-created ", StringComparison.Ordinal)))
            {
                var element = created["job-created ".Length..];
                var ended = events.GetValueOrDefault("job-completed " + element) + events.GetValueOrDefault("job-cancelled " + element) + events.GetValueOrDefault("job-error-thrown " + element);
                if (ended != count) _wrong.Add($"{process} {instance.Text("processInstanceKey")}: {count} jobs of {element} were made and {ended} ended");
            }
            if (process == "p1-worker") booked += events.GetValueOrDefault("element-completed booking-made");
            if (process == "ma4-delivery") CountCollective(events);
            // A lost attempt is what a kill may cost; that the job is done once stands in the other events.
            var told = events.Where(one => !one.Key.StartsWith("job-failed ", StringComparison.Ordinal) && (!process.EndsWith("-worker", StringComparison.Ordinal) || s_ofAWorker.Contains(one.Key)));
            stories.AddRange(told.SelectMany(one => Enumerable.Repeat($"{process} {one.Key}", one.Value)));
        }
        Expect(run.Bookings.Count, booked, "bookings in the histories of their cases");
        Stories = Tally(stories);
    }

    private void CountCollective(Dictionary<string, int> events)
    {
        foreach (var once in (string[])["job-completed load-cases", "job-completed convene-presentation", "user-task-completed plan-presentation", "timer-fired term-end", "element-completed want-pathway-2-after-bookings"])
            Expect(1, events.GetValueOrDefault(once), once);
        Expect(FirstThirtyDays.Reminders, events.GetValueOrDefault("job-completed remind-bookings"), "reminders of the booking term");
        foreach (var day in (int[])[15, 20, 25, 28, 29]) Expect(1, events.GetValueOrDefault($"timer-fired booking-reminder-{day}"), $"timer of day {day}");
    }

    private async Task<IReadOnlyList<JsonElement>> InstancesAsync()
    {
        var all = new List<JsonElement>();
        foreach (var process in (string[])["ma1-crisis-table", "ma2-design", "ma3-research", "ma4-delivery", "p1-worker", "p2-worker", "sub-session", "ma5-outcomes"])
            all.AddRange(await run.Api.SearchAsync("process-instances", new { processDefinitionId = process }));
        return all;
    }

    private async Task<Dictionary<string, int>> StoryAsync(string instance)
    {
        const int page = 1_000;
        var all = new List<string>();
        for (var from = 1L; ;)
        {
            var (status, entries) = await run.Api.GetAsync($"/api/instances/{instance}/history?from={from}&limit={page}");
            Assert.That(status, Is.EqualTo(200), $"history of {instance}: {entries}");
            if (entries.GetArrayLength() == 0) return Tally(all);
            all.AddRange(entries.EnumerateArray().Select(entry => $"{entry.Text("eventName")} {(entry.TryGetProperty("elementId", out var element) ? element.GetString() : "")}"));
            from = entries[entries.GetArrayLength() - 1].GetProperty("position").GetInt64() + 1;
        }
    }

    private void Once(IEnumerable<string> things) => _wrong.AddRange(Tally(things).Where(one => one.Value > 1).Select(one => $"{one.Key} is there {one.Value} times"));

    private void Expect(long expected, long found, string what)
    {
        if (expected != found) _wrong.Add($"{found} {what} instead of {expected}");
    }

    private Task<long> CountAsync(string sql) => stage.Database.CountAsync(sql);

    private static Dictionary<string, int> Tally(IEnumerable<string> things) => things.GroupBy(one => one).ToDictionary(group => group.Key, group => group.Count());
}
