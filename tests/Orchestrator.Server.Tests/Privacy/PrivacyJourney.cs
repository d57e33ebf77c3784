using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Orchestrator.Server.Tests.Privacy;

/// <summary>The journey of two lists through the pages: one sent back, one accepted, planned, convened, attended. Checks on the way what the report says and what enters.</summary>
internal sealed partial class PrivacyJourney(PrivacyStage stage, WorkersList sentBack, WorkersList accepted) : IDisposable
{
    private const int SessionPlaces = 500;
    private readonly List<PageVisitor> _visitors = [];
    private string _agreement = "";

    /// <summary>Every address that somebody asked.</summary>
    public IEnumerable<string> Addresses => _visitors.SelectMany(visitor => visitor.Addresses);

    public async Task GoAsync()
    {
        await RegisterAsync();
        await ListAsync(sentBack, "elenco-ottobre.csv", accept: false);
        await ListAsync(accepted, "elenco-novembre.csv", accept: true);
        var sessions = await PlanAsync();
        await stage.UntilAsync("the mails are in the spool", () => Task.FromResult(stage.Mails().Count >= accepted.WithEmail));
        await stage.UntilAsync("the sessions have begun", () => Task.FromResult(Sessions("") == sessions));
        await AttendAsync(sessions);
        await SearchAsync();
    }

    public void Dispose()
    {
        foreach (var visitor in _visitors) visitor.Dispose();
    }

    private async Task RegisterAsync()
    {
        var regione = await SignInAsync("regione");
        var signed = Rome(-3);
        var next = await regione.SendAsync("/accordi/nuovo", "/accordi/nuovo", new()
        {
            ["companyName"] = "Meccanica Inventata S.p.A.", ["companyTaxCode"] = "10000000009", ["companyMunicipality"] = "001272", ["signingDate"] = Iso(signed),
            ["signingPlace"] = "ministero", ["cigsGround"] = "crisi", ["cigsFrom"] = Iso(signed), ["cigsTo"] = Iso(signed.AddMonths(12)),
            ["scopes[0].area"] = "Montaggio", ["scopes[0].profile"] = "Operaio", ["scopes[0].quota"] = "5000",
        });
        _agreement = AgreementKey().Match(next).Value;
        Assert.That(_agreement, Is.Not.Empty, next);
    }

    private async Task ListAsync(WorkersList list, string name, bool accept)
    {
        var apl = await SignInAsync("apl");
        var before = Cases();
        var page = await apl.SendAsync($"/accordi/{_agreement}", $"/accordi/{_agreement}/elenco", [], ("elenco", name, list.Content));
        // The corrected list comes in the place of the one that was sent back, without being looked at again.
        if (!accept) await CompleteAsync("apl", await TaskAsync("apl", "load-workers"), """{ "legalBasis": true }""");
        await stage.UntilAsync("the list is checked", async () => !(await apl.ReadAsync(page)).Contains("data-poll", StringComparison.Ordinal));
        var import = new Uri(stage.Address, page).Segments[^1];
        await ReportSaysAsync(apl, import, list);
        Assert.That(Cases(), Is.EqualTo(before), "cases before the decision");
        await apl.SendAsync(page, $"/elenchi/{import}/decisione", new() { ["decisione"] = accept ? "accogli" : "respingi", ["motivo"] = "Righe da correggere." });
        if (accept)
            Assert.That(Cases().Except(before), Is.EquivalentTo(list.Good.Select(row => row.Person.TaxCode)), "cases after the decision");
        else
            Assert.That(Cases(), Is.EqualTo(before), "cases after the list was sent back");
        var kept = stage.Query($"SELECT count(*) FROM cases_staged_rows WHERE \"values\" IS NOT NULL AND \"values\" <> '' AND import_id = '{import.ToUpperInvariant()}'");
        Assert.That(kept.Single(), Is.EqualTo((accept ? list.Rows.Count - list.Good.Count : 0).ToString(CultureInfo.InvariantCulture)), "rows whose values stay in staging");
    }

    // Row by row: the line, the field and the reason of each error, as the page shows them; and the codes as they are stored.
    private async Task ReportSaysAsync(PageVisitor apl, string import, WorkersList list)
    {
        var shown = new SortedDictionary<int, List<(string Field, string Reason)>>();
        for (var number = 1; shown.Count < list.Rows.Count; number++)
        {
            var rows = Rows().Matches(await apl.ReadAsync($"/elenchi/{import}?righe=tutte&pagina={number}"));
            Assert.That(rows, Is.Not.Empty, $"page {number} of the report");
            foreach (Match row in rows)
                shown[int.Parse(row.Groups["line"].Value, CultureInfo.InvariantCulture)] =
                    [.. Errors().Matches(row.Groups["rest"].Value).Select(error => (error.Groups["field"].Value, WebUtility.HtmlDecode(error.Groups["reason"].Value).Trim()))];
        }
        var stored = stage.Query($"SELECT row_number, field, code FROM cases_row_findings WHERE severity = 'Error' AND import_id = '{import.ToUpperInvariant()}'")
            .ToLookup(text => int.Parse(text.Split('|')[0], CultureInfo.InvariantCulture), text => (text.Split('|')[1], text.Split('|')[2]));
        Assert.That(shown.Keys, Is.EqualTo(list.Rows.Select(row => row.Line)));
        Assert.Multiple(() =>
        {
            foreach (var row in list.Rows)
            {
                Assert.That(shown[row.Line].Select(error => error.Field), Is.EquivalentTo(row.Errors.Select(error => error.Field)), $"fields of line {row.Line} on the page");
                Assert.That(shown[row.Line].Select(error => error.Reason), Has.All.Length.GreaterThan(10), $"reasons of line {row.Line}");
                Assert.That(stored[row.Line], Is.EquivalentTo(row.Errors), $"codes of line {row.Line}");
            }
        });
    }

    private async Task<int> PlanAsync()
    {
        var sessions = (accepted.Good.Count + SessionPlaces - 1) / SessionPlaces;
        var task = await TaskAsync("cpi", "plan-presentation");
        await CompleteAsync("cpi", task, JsonSerializer.Serialize(new
        {
            sessions = Enumerable.Range(0, sessions).Select(number => new
            {
                startAt = $"{Iso(Rome(1))}T{9 + number:00}:00:00+01:00", durationMin = 60, venueType = "CPI", venue = "Sala di Torino", capacity = SessionPlaces, speakers = new[] { "CPI" },
            }),
            contactDesk = new { email = "adr@example.org", tel = "011 0000000" },
        }));
        return sessions;
    }

    // What somebody looks for, and whom they find, is in the pages and in no address.
    private async Task SearchAsync()
    {
        var apl = await SignInAsync("apl");
        foreach (var words in (string[])[accepted.Good[0].Person.Surname, accepted.Good[1].Person.TaxCode])
        {
            var next = await apl.SendAsync("/lavoratori", "/lavoratori", new() { ["cerca"] = words });
            var found = WorkerLinks().Match(await apl.ReadAsync(next));
            Assert.That(found.Success, Is.True, "somebody is found");
            Assert.That(await apl.ReadAsync(WebUtility.HtmlDecode(found.Groups[1].Value)), Does.Contain("<h1"));
        }
        await apl.ReadAsync("/crisi?cerca=inventata");
        await apl.ReadAsync("/incontri");
        await apl.ReadAsync($"/incontri/{_agreement}-S1?nomi=1");
    }

    private async Task AttendAsync(int sessions)
    {
        await stage.GoToAsync(new DateTimeOffset(Rome(2).ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero));
        var cpi = await SignInAsync("cpi");
        var attended = 0;
        for (var number = 0; number < sessions; number++)
        {
            var task = await TaskAsync("cpi", "register-attendance");
            await cpi.SendAsync($"/attivita/{task}", $"/attivita/{task}/prendi", []);
            var grid = await cpi.ReadAsync($"/attivita/{task}/presenze");
            var rows = CaseRows().Matches(grid).Select((match, index) => new { @case = match.Groups[1].Value, values = Attendance(index) }).ToList();
            attended += rows.Count;
            await cpi.SendAsync($"/attivita/{task}/presenze", $"/attivita/{task}/presenze", new() { ["righe"] = JsonSerializer.Serialize(rows) });
        }
        Assert.That(attended, Is.EqualTo(accepted.Good.Count), "people on the attendance sheets");
        await stage.UntilAsync("the sessions are closed", () => Task.FromResult(Sessions("AND ended_at IS NOT NULL") == sessions));
    }

    private static Dictionary<string, string> Attendance(int index) => (index % 5) switch
    {
        0 => new() { ["status"] = "assente giustificato", ["reasonCode"] = "malattia/infortunio" },
        1 => new() { ["status"] = "assente" },
        _ => new() { ["status"] = "presente", ["minutes"] = "60" },
    };

    // The first open task of this element in a case of the agreement's crisis or in a session of the agreement.
    private async Task<string> TaskAsync(string account, string element)
    {
        var program = stage.Program(account);
        var crisis = _agreement["AG-".Length.._agreement.LastIndexOf('-')];
        var found = "";
        await stage.UntilAsync($"a task {element} is open", async () =>
        {
            using var answer = await program.PostAsync(new Uri("/v2/user-tasks/search", UriKind.Relative), PrivacyStage.JsonContent(new { filter = new { elementId = element, state = "CREATED" } }));
            var items = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("businessId").GetString()!.Contains(crisis, StringComparison.Ordinal)).ToList();
            if (items.Count == 0) return false;
            found = items[0].GetProperty("userTaskKey").GetString()!;
            return true;
        });
        return found;
    }

    private async Task CompleteAsync(string account, string task, string data)
    {
        var person = await SignInAsync(account);
        await person.SendAsync($"/attivita/{task}", $"/attivita/{task}/prendi", []);
        await person.SendAsync($"/attivita/{task}", $"/attivita/{task}/completa", new() { ["dati"] = data });
    }

    private async Task<PageVisitor> SignInAsync(string account)
    {
        var visitor = await PageVisitor.SignInAsync(stage.Address, account, PrivacyStage.Password);
        _visitors.Add(visitor);
        return visitor;
    }

    private int Sessions(string condition) =>
        int.Parse(stage.Query($"SELECT count(*) FROM engine_instances WHERE process_id = 'sub-session' {condition}").Single(), CultureInfo.InvariantCulture);

    private IReadOnlyList<string> Cases() => stage.Query("SELECT w.canonical_cf FROM cases_worker_cases c JOIN cases_workers w ON w.id = c.worker_id ORDER BY 1");

    private static DateOnly Rome(int days) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome")).DateTime).AddDays(days);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("""<a href="(/lavoratori/PW-[^"]+)">""")]
    private static partial Regex WorkerLinks();

    [GeneratedRegex(@"AG-CR-\d+-\d+-\d+")]
    private static partial Regex AgreementKey();

    [GeneratedRegex("""<tr>\s*<th scope="row"[^>]*>(?<line>\d+)</th>(?<rest>.*?)</tr>""", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("""<li><svg[^>]*orch-c-incident.*?<span class="orch-key ms-1">(?<field>[^<]*)</span>:(?<reason>[^<]*)</li>""", RegexOptions.Singleline)]
    private static partial Regex Errors();

    [GeneratedRegex("""data-case="(PW-[^"]+)""")]
    private static partial Regex CaseRows();
}
