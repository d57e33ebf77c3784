using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Agreements;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary>
/// <c>offerte.csv</c>: open vacancies, one line each. A later file corrects what an earlier one said of the same code. What is new or has changed is told to the
/// processes of the cases nearby.
/// </summary>
internal sealed class VacanciesKind(CasesStore store) : IImportKind
{
    private const string Code = "codice";
    private const string Source = "fonte";
    private const string Employer = "datore_cf";
    private const string Title = "titolo";
    private const string Occupation = "cp2021";
    private const string Place = "comune_istat";
    private const string Seats = "posti";
    private const string Contract = "contratto";
    private const string Hours = "ore";
    private const string Skills = "competenze";
    private const string Expires = "scadenza";
    private const int CodeCharsMax = 60;
    private const int SeatsMax = 10_000;

    public FileFormat Format { get; } = new(
        "offerte.csv", [Code, Source, Employer, Title, Occupation, Place, Seats, Contract, Hours, Skills, Expires], [Code, Source, Title, Place, Seats, Contract, Expires]);

    public bool IsCheckedByAgency => false;

    public async Task CheckAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> lines, CancellationToken cancellation)
    {
        var today = CasesStore.DayInRome(import.UploadedAt);
        var places = (await context.Municipalities.AsNoTracking().ToListAsync(cancellation)).ToLookup(row => row.IstatCode, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var checks = new LineChecks(line, Format);
            if (checks.Text(Code) is { Length: > CodeCharsMax })
                checks.Error(Code, RowCode.TooLong, FormattableString.Invariant($"Il codice dell'offerta supera {CodeCharsMax} caratteri: abbreviarlo."));
            else if (checks.Text(Code) is { } code && !seen.Add(Normalised(code)))
                checks.Error(Code, RowCode.DuplicateInFile, "L'offerta è già in una riga precedente: lasciare una sola riga.");
            checks.OneOf(Source, VacancyNames.ReadSource, VacancyNames.Sources);
            checks.Company(Employer, today);
            if (checks.Text(Occupation) is { } occupation && !RegistrationRules.IsCp2021(occupation))
                checks.Error(Occupation, RowCode.Cp2021Syntax, "Il codice CP2021 è scritto come 6.2.1.7.0: correggerlo, o lasciarlo vuoto.");
            if (checks.Text(Place) is { } place)
                CheckPlace(checks, place, [.. places[place]], today);
            checks.Whole(Seats, 1, SeatsMax);
            checks.OneOf(Contract, EmploymentNames.ReadContract, EmploymentNames.Contracts);
            checks.Number(Hours, WorkerValues.WeeklyHoursMax);
            if (checks.Day(Expires) <= today)
                checks.Error(Expires, RowCode.Expired, "L'offerta è scaduta o scade oggi: indicare un giorno futuro, o togliere la riga.");
            checks.Answer(context, line);
        }
    }

    public async Task EnterAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> good, CancellationToken cancellation)
    {
        var all = good.Select(line => (Line: line, Values: ImportDesk.ValuesOf(line))).ToList();
        var known = await KnownAsync(context, all.Select(pair => Normalised(pair.Values[Code])), cancellation);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, values) in all)
        {
            var read = Read(values, import);
            if (!known.TryGetValue(read.Code, out var vacancy))
            {
                context.Vacancies.Add(read);
                import.CreatedCount++;
                changed.Add(read.Municipality);
            }
            else
            {
                import.ExistingCount++;
                if (Correct(context, vacancy, read))
                    changed.Add(read.Municipality);
            }
            line.Erase();
        }
        if (changed.Count > 0)
            await TellAsync(context, import, changed, cancellation);
    }

    // The cases that have a process and live in a province where something is new: who waits for no vacancies does not hear it.
    private async Task TellAsync(CasesContext context, FileImport import, HashSet<string> places, CancellationToken cancellation)
    {
        var provinces = (await context.Municipalities.Select(row => new { row.IstatCode, row.Province }).ToListAsync(cancellation))
            .Where(row => places.Contains(row.IstatCode)).Select(row => row.Province).Distinct().ToList();
        var cases = await context.WorkerCases
            .Where(row => row.State != null && row.State != "CLOSED" && context.Centres.Any(centre => centre.Code == row.CentreCode && provinces.Contains(centre.Province)))
            .Select(row => row.CaseId).ToListAsync(cancellation);
        foreach (var caseId in cases.Order(StringComparer.Ordinal))
        {
            var id = DerivedKey.Of(import.Id, "vacancies " + caseId);
            CaseMessages.AddNew(context, CaseMessages.Now(id, "VacanciesUpdated", caseId, import.DecidedBy!, store.Now));
        }
    }

    /// <summary>Takes over what <paramref name="read"/> says; true when something is different now.</summary>
    private static bool Correct(CasesContext context, Vacancy vacancy, Vacancy read)
    {
        (vacancy.Source, vacancy.EmployerTaxCode, vacancy.Title, vacancy.Cp2021) = (read.Source, read.EmployerTaxCode, read.Title, read.Cp2021);
        (vacancy.Municipality, vacancy.Seats, vacancy.Contract, vacancy.WeeklyHours) = (read.Municipality, read.Seats, read.Contract, read.WeeklyHours);
        (vacancy.Skills, vacancy.ExpiresOn) = (read.Skills, read.ExpiresOn);
        if (context.Entry(vacancy).State != EntityState.Modified)
            return false;
        (vacancy.ImportId, vacancy.UpdatedAt) = (read.ImportId, read.UpdatedAt);
        return true;
    }

    private Vacancy Read(IReadOnlyDictionary<string, string> values, FileImport import) => new()
    {
        Code = Normalised(values[Code]),
        Source = VacancyNames.ReadSource(values[Source])!.Value,
        EmployerTaxCode = values.GetValueOrDefault(Employer)?.ToUpperInvariant(),
        Title = values[Title],
        Cp2021 = values.GetValueOrDefault(Occupation),
        Municipality = values[Place],
        Seats = LineChecks.ReadWhole(values[Seats])!.Value,
        Contract = EmploymentNames.ReadContract(values[Contract])!.Value,
        WeeklyHours = values.GetValueOrDefault(Hours) is { } hours ? WorkerValues.ReadNumber(hours, WorkerValues.WeeklyHoursMax) : null,
        Skills = SkillsOf(values.GetValueOrDefault(Skills)),
        PublishedOn = CasesStore.DayInRome(import.UploadedAt),
        ExpiresOn = WorkerValues.ReadDay(values[Expires])!.Value,
        ImportId = import.Id,
        UpdatedAt = store.Now,
    };

    private static string? SkillsOf(string? text) =>
        text?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } skills ? string.Join('|', skills) : null;

    private static async Task<Dictionary<string, Vacancy>> KnownAsync(CasesContext context, IEnumerable<string> codes, CancellationToken cancellation)
    {
        var known = new Dictionary<string, Vacancy>(StringComparer.Ordinal);
        foreach (var some in codes.Chunk(CaseLimits.PageRowsMax))
        {
            await foreach (var row in context.Vacancies.Where(row => some.Contains(row.Code)).AsAsyncEnumerable().WithCancellation(cancellation))
                known.Add(row.Code, row);
        }
        return known;
    }

    // People commute over the border of the region: a job there is kept, but no case is told of it.
    private static void CheckPlace(LineChecks checks, string place, IReadOnlyList<Municipality> periods, DateOnly today)
    {
        if (periods.Any(period => period.ValidFrom <= today && (period.ValidTo is null || today <= period.ValidTo)))
            return;
        switch (MunicipalityRules.Answer(place, periods, today, new Dictionary<string, EmploymentCentreView>()).Finding)
        {
            case CentreFinding.OutsideRegion:
                checks.Warning(Place, RowCode.MunicipalityOutsideRegion, "Il posto di lavoro è fuori dal Piemonte: l'offerta entra, ma nessuna pratica ne è avvisata.");
                break;
            case CentreFinding.Ceased:
                checks.Error(Place, RowCode.MunicipalityCeased, "Il comune non esiste più: indicare il codice ISTAT del comune che lo ha sostituito.");
                break;
            default:
                checks.Error(Place, RowCode.MunicipalityUnknown, "Il codice ISTAT del comune non esiste: indicare le 6 cifre del codice (per esempio 001272 per Torino).");
                break;
        }
    }

    private static string Normalised(string code) => code.ToUpperInvariant();
}
