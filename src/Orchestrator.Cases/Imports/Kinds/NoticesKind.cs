using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Outcomes;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary>
/// <c>co.csv</c>: mandatory employment notices. Those about persons who have a case are kept and told to the processes of their cases; the others are not ours to
/// keep, and their values are erased.
/// </summary>
internal sealed class NoticesKind(CasesStore store) : IImportKind
{
    private const string Protocol = "protocollo";
    private const string Kind = "tipo";
    private const string Person = "cf_lavoratore";
    private const string Employer = "cf_datore";
    private const string From = "data_inizio";
    private const string To = "data_fine";
    private const string Contract = "contratto";
    private const string Occupation = "cp";
    private const string Ateco = "ateco";
    private const string Place = "comune_istat";
    private const string Hours = "ore";

    public FileFormat Format { get; } = new(
        "co.csv", [Protocol, Kind, Person, Employer, From, To, Contract, Occupation, Ateco, Place, Hours], [Protocol, Kind, Person, Employer, From, Contract, Occupation, Place]);

    public bool IsCheckedByAgency => false;

    public async Task CheckAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> lines, CancellationToken cancellation)
    {
        var today = CasesStore.DayInRome(import.UploadedAt);
        var all = lines.Select(line => (Line: line, Checks: new LineChecks(line, Format))).ToList();
        foreach (var (line, checks) in all)
            line.CanonicalCf = checks.Person(Person, today);
        var persons = await PersonsAsync(context, lines, cancellation);
        var kept = await KeptAsync(context, all.Select(pair => pair.Checks.Text(Protocol)), cancellation);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, checks) in all)
        {
            checks.Company(Employer, today);
            checks.OneOf(Kind, EmploymentNames.ReadKind, EmploymentNames.Kinds);
            checks.OneOf(Contract, EmploymentNames.ReadContract, EmploymentNames.Contracts);
            checks.Number(Hours, WorkerValues.WeeklyHoursMax);
            if (checks.Day(To) < checks.Day(From))
                checks.Error(To, RowCode.PeriodReversed, "La fine del rapporto è prima dell'inizio: ricontrollare le date.");
            if (checks.Text(Protocol) is { } protocol && !seen.Add(protocol))
                checks.Error(Protocol, RowCode.DuplicateInFile, "Il protocollo è già in una riga precedente: lasciare una sola riga.");
            else if (checks.Text(Protocol) is { } number && kept.Contains(number))
                checks.Warning(Protocol, RowCode.AlreadyKnown, "La comunicazione è già registrata: non sarà registrata due volte.");
            if (line.CanonicalCf is { } person && !persons.ContainsKey(person))
                checks.Warning(Person, RowCode.NoCase, "Nessun lavoratore seguito ha questo codice fiscale: la riga non sarà conservata.");
            checks.Answer(context, line);
        }
    }

    public async Task EnterAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> good, CancellationToken cancellation)
    {
        var persons = await PersonsAsync(context, good, cancellation);
        var ids = persons.Values.ToList();
        var all = good.Select(line => (Line: line, Values: ImportDesk.ValuesOf(line))).ToList();
        var kept = await KeptAsync(context, all.Select(pair => pair.Values[Protocol]), cancellation);
        var open = await OpenCasesAsync(context, ids, cancellation);
        var chains = await EmploymentChains.ReadAsync(context.EmploymentNotices.Where(row => ids.Contains(row.WorkerId)), cancellation);
        foreach (var (line, values) in all)
        {
            if (kept.Contains(values[Protocol]))
                import.ExistingCount++;
            else if (persons.TryGetValue(line.CanonicalCf!, out var worker))
                Enter(context, import, line, Read(values, worker, import), open[worker], chains);
            line.Erase();
        }
    }

    private void Enter(CasesContext context, FileImport import, StagedLine line, EmploymentNotice notice, IEnumerable<string> cases, EmploymentChains chains)
    {
        context.EmploymentNotices.Add(notice);
        chains.Add(notice);
        import.CreatedCount++;
        foreach (var caseId in cases)
        {
            line.CaseId ??= caseId;
            var id = DerivedKey.Of(import.Id, FormattableString.Invariant($"notice {line.RowNumber} {caseId}"));
            CaseMessages.AddNew(context, EmploymentMessages.NoticeOf(id, caseId, notice, chains.StartOf(notice), import.DecidedBy!, store.Now));
        }
    }

    private EmploymentNotice Read(IReadOnlyDictionary<string, string> values, Guid worker, FileImport import) => new()
    {
        Protocol = values[Protocol],
        Kind = EmploymentNames.ReadKind(values[Kind])!.Value,
        WorkerId = worker,
        EmployerTaxCode = values[Employer].ToUpperInvariant(),
        StartsOn = WorkerValues.ReadDay(values[From])!.Value,
        EndsOn = values.GetValueOrDefault(To) is { } to ? WorkerValues.ReadDay(to) : null,
        Contract = EmploymentNames.ReadContract(values[Contract])!.Value,
        Occupation = values.GetValueOrDefault(Occupation),
        Ateco = values.GetValueOrDefault(Ateco),
        Municipality = values.GetValueOrDefault(Place),
        WeeklyHours = values.GetValueOrDefault(Hours) is { } hours ? WorkerValues.ReadNumber(hours, WorkerValues.WeeklyHoursMax) : null,
        RecordedBy = import.DecidedBy!,
        RecordedAt = store.Now,
    };

    private static async Task<Dictionary<string, Guid>> PersonsAsync(CasesContext context, IReadOnlyList<StagedLine> lines, CancellationToken cancellation)
    {
        var persons = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var codes in lines.Select(line => line.CanonicalCf).OfType<string>().Distinct().Chunk(CaseLimits.PageRowsMax))
        {
            await foreach (var row in context.Workers.Where(row => codes.Contains(row.CanonicalCf)).Select(row => new { row.CanonicalCf, row.Id }).AsAsyncEnumerable().WithCancellation(cancellation))
                persons.Add(row.CanonicalCf, row.Id);
        }
        return persons;
    }

    private static async Task<HashSet<string>> KeptAsync(CasesContext context, IEnumerable<string?> protocols, CancellationToken cancellation)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var numbers in protocols.OfType<string>().Distinct().Chunk(CaseLimits.PageRowsMax))
            kept.UnionWith(await context.EmploymentNotices.Where(row => numbers.Contains(row.Protocol)).Select(row => row.Protocol).ToListAsync(cancellation));
        return kept;
    }

    private static async Task<ILookup<Guid, string>> OpenCasesAsync(CasesContext context, List<Guid> workers, CancellationToken cancellation)
    {
        var cases = await context.WorkerCases.Where(row => workers.Contains(row.WorkerId) && row.State != "CLOSED").Select(row => new { row.WorkerId, row.CaseId }).ToListAsync(cancellation);
        return cases.OrderBy(row => row.CaseId, StringComparer.Ordinal).ToLookup(row => row.WorkerId, row => row.CaseId);
    }
}
