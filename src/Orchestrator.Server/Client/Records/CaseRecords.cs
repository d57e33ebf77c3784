using System.Globalization;
using Orchestrator.Cases;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Composition;

namespace Orchestrator.Server.Client.Records;

/// <summary>Histories as files, and the read log of a case.</summary>
internal sealed class CaseRecords(
    EngineRuntime engine, IQueries queries, DefinitionCatalog definitions, HistoryService history, StoryTeller stories, CaseViews views, CaseNames names, CaseRights rights, CaseDesk desk) : ICaseRecords
{
    private const int PageEvents = 1_000;
    private const int LimitMax = 200;
    private const string ExportPurpose = "case export";

    public async Task<Outcome<ExportedFile>> ExportAsync(ActingUser user, long instanceKey, ExportForm form, CancellationToken cancellation)
    {
        if (await rights.FindAsync(user, instanceKey, cancellation) is not { } row) return CaseRights.Missing(instanceKey);
        return await FileAsync(user, [row], row.BusinessKey ?? row.Instance.Number.ToString(CultureInfo.InvariantCulture), form, cancellation);
    }

    public async Task<Outcome<ExportedFile>> ExportAsync(ActingUser user, CaseQuery query, ExportForm form, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, ExportForm.CasesMax) is { } refused) return refused;
        if (!CaseRights.SeesAllCases(user) && !user.Has(Roles.Operator)) return Refused.NotAllowed("Expected somebody who may see cases.");
        var (rows, _) = await new CaseLists(queries, definitions, user).ReadAsync(query, cancellation);
        return await FileAsync(user, rows, "pratiche", form, cancellation);
    }

    public async Task<Outcome<ReadingPage>> ReadingsAsync(ActingUser user, long instanceKey, int offset, int limit, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(offset, limit, LimitMax) is { } refused) return refused;
        if (!CaseRights.SeesReadings(user)) return Refused.NotAllowed("Expected an auditor or a supervisor: others do not see who read a case.");
        if (await rights.FindAsync(user, instanceKey, cancellation) is not { } row) return CaseRights.Missing(instanceKey);
        var about = await names.CaseAsync(row.Instance, row.Definition, row.ProcessId, row.BusinessKey, cancellation);
        if (!CaseRights.IsPersonal(row)) return new ReadingPage(about, false, [], 0);
        var (readings, total) = await desk.ReadingsAsync(row.BusinessKey!, offset, limit, cancellation);
        await names.LearnAsync(readings.Select(one => one.Actor), cancellation);
        var told = new List<Reading>(readings.Count);
        foreach (var one in readings) told.Add(new(one.At, one.Actor, one.Purpose) { ActorName = await names.PersonAsync(one.Actor, cancellation) });
        return new ReadingPage(about, true, told, total);
    }

    private async Task<ExportedFile> FileAsync(ActingUser user, IReadOnlyList<InstanceRow> rows, string name, ExportForm form, CancellationToken cancellation)
    {
        var cases = new List<ExportedCase>(rows.Count);
        foreach (var row in rows) cases.Add(await ReadAsync(row, cancellation));
        var persons = rows.Where(CaseRights.IsPersonal).Select(row => row.BusinessKey!).Distinct().ToList();
        if (persons.Count > 0) await desk.NoteReadingAsync(persons, new AccessReason(user.UserName, ExportPurpose), cancellation);
        var nameOf = NamesFor(form);
        return form.Format switch
        {
            ExportFormat.Csv => new(name + ".csv", "text/csv", CsvExport.Write(cases, nameOf)),
            ExportFormat.Xes => new(name + ".xes", "application/xml", XesExport.Write(cases, nameOf)),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form.Format, "Expected a kind of file."),
        };
    }

    private async Task<ExportedCase> ReadAsync(InstanceRow row, CancellationToken cancellation)
    {
        var entries = new List<StoryEntry>();
        for (long after = 0; await history.PageAsync(row.Instance, after, PageEvents, cancellation) is { Count: > 0 } page; after = page[^1].Position)
            entries.AddRange(StoryTeller.WithoutWords(await stories.OfAsync(page, cancellation)));
        var head = await engine.Node.Stores.Store.HeadAsync(row.Instance, cancellation);
        return new(await views.SummaryAsync(row, cancellation), Convert.ToHexStringLower((head?.Hash ?? default).Span), entries);
    }

    // Services and the engine keep their names: only accounts are persons.
    private static Func<string, string> NamesFor(ExportForm form)
    {
        if (!form.Pseudonyms) return actor => actor;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        return actor =>
        {
            if (actor.Length == 0 || actor is "engine" || actor.Contains(':', StringComparison.Ordinal)) return actor;
            if (!given.TryGetValue(actor, out var pseudonym)) given[actor] = pseudonym = FormattableString.Invariant($"person-{given.Count + 1}");
            return pseudonym;
        };
    }
}
