using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Bookings;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary><c>scelte.csv</c>: which provider each worker chose. Each choice is told to the process of its case.</summary>
internal sealed class ChoicesKind(CasesStore store) : IImportKind
{
    private const string Person = "codice_fiscale";
    private const string Provider = "cf_erogatore";
    private const string Site = "sede";
    private const string ChosenOn = "data_scelta";

    public FileFormat Format { get; } = new("scelte.csv", [Person, Provider, Site, ChosenOn], [Person, Provider, ChosenOn]);

    public bool IsCheckedByAgency => false;

    public async Task CheckAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> lines, CancellationToken cancellation)
    {
        var today = CasesStore.DayInRome(import.UploadedAt);
        var cases = await CaseMatcher.OfAsync(context, import.AgreementCode!, cancellation);
        var approved = await ApprovedAsync(context, import.AgreementCode!, cancellation);
        var register = await ProviderRegister.ReadAsync(context, cancellation);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var checks = new LineChecks(line, Format);
            line.CanonicalCf = checks.Person(Person, today);
            line.CaseId = cases.Find(null, line.CanonicalCf);
            if (line.CanonicalCf is { } person && !seen.Add(person))
                checks.Error(Person, RowCode.DuplicateInFile, "La persona ha già una scelta in una riga precedente: lasciare una sola riga.");
            if (line.CanonicalCf is not null && line.CaseId is null)
                checks.Error(Person, RowCode.NoCase, "Nessun caso di questo accordo ha questo codice fiscale: controllare il codice o l'accordo.");
            else if (line.CaseId is { } found && !approved.Contains(found))
                checks.Error(Person, RowCode.NotApproved, "La prenotazione non risulta approvata: caricare prima il file degli esiti.");
            if (checks.Day(ChosenOn) is { } day)
                CheckProvider(checks, register, checks.Company(Provider, today), day, today);
            checks.Answer(context, line);
        }
    }

    public async Task EnterAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> good, CancellationToken cancellation)
    {
        var register = await ProviderRegister.ReadAsync(context, cancellation);
        var ids = good.Select(line => line.CaseId!).ToList();
        var centres = await context.WorkerCases.Where(row => ids.Contains(row.CaseId)).ToDictionaryAsync(row => row.CaseId, row => row.CentreCode, cancellation);
        foreach (var line in good)
        {
            var values = ImportDesk.ValuesOf(line);
            var day = WorkerValues.ReadDay(values[ChosenOn])!.Value;
            var found = register.Find(values[Provider], values.GetValueOrDefault(Site), day)!;
            var centre = centres[line.CaseId!];
            var choice = new ProviderChoice
            {
                Id = DerivedKey.Of(import.Id, FormattableString.Invariant($"choice {line.RowNumber}")),
                CaseId = line.CaseId!,
                Type = found.Type,
                Provider = found.Type == ProviderType.Centre ? centre : found.TaxCode,
                Site = found.Site,
                ChosenAt = Appointments.QuarterGrid.InstantOf(day, TimeOnly.MinValue),
                RecordedBy = import.DecidedBy!,
                RecordedAt = store.Now,
            };
            await ChoiceBook.AddAsync(context, choice, cancellation);
            CaseMessages.AddNew(context, ChoiceBook.NoticeOf(choice, import.DecidedBy!, store.Now));
            import.CreatedCount++;
            line.Erase();
        }
    }

    private static void CheckProvider(LineChecks checks, ProviderRegister register, string? taxCode, DateOnly day, DateOnly today)
    {
        if (day > today)
            checks.Error(ChosenOn, RowCode.DateSyntax, "La data della scelta è dopo oggi: ricontrollarla.");
        else if (taxCode is not null && register.Find(taxCode, checks.Text(Site), day) is null)
            checks.Error(Provider, RowCode.ProviderUnknown, "L'erogatore non risulta accreditato in quella sede alla data della scelta: aggiornare prima l'elenco degli operatori accreditati, o correggere la sede.");
    }

    private static async Task<HashSet<string>> ApprovedAsync(CasesContext context, string agreement, CancellationToken cancellation)
    {
        var decisions = await BookingStatusBook.NewestDecisionsAsync(context, agreement, cancellation);
        return [.. decisions.Where(pair => pair.Value.Approved).Select(pair => pair.Key)];
    }
}
