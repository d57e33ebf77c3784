using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary>
/// <c>esiti_prenotazione.csv</c>: what the national body decided about bookings. A row belongs to the case of its booking number, else of its person; one that
/// belongs to none stays in the report for somebody to look into.
/// </summary>
internal sealed class DecisionsKind(CasesStore store) : IImportKind
{
    private const string Number = "numero_prenotazione";
    private const string Person = "codice_fiscale";
    private const string Decision = "esito";
    private const string DecidedOn = "data_esito";
    private const string Reason = "motivo";
    private const string Approved = "APPROVATA";
    private const string Rejected = "RESPINTA";

    // Reasons that the worker or the employer can put right before the term ends.
    private static readonly string[] s_correctable = ["dati non coerenti", "accordo non trasmesso"];

    public FileFormat Format { get; } = new("esiti_prenotazione.csv", [Number, Person, Decision, DecidedOn, Reason], [Person, Decision, DecidedOn]);

    public bool IsCheckedByAgency => false;

    public async Task CheckAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> lines, CancellationToken cancellation)
    {
        var today = CasesStore.DayInRome(import.UploadedAt);
        var cases = await CaseMatcher.OfAsync(context, import.AgreementCode!, cancellation);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var checks = new LineChecks(line, Format);
            line.CanonicalCf = checks.Person(Person, today);
            var approved = checks.OneOf(Decision, ReadDecision, [Approved, Rejected]);
            if (checks.Day(DecidedOn) is { } day && day > today)
                checks.Error(DecidedOn, RowCode.DateSyntax, "La data dell'esito è dopo oggi: ricontrollarla.");
            if (approved == false && checks.Text(Reason) is null)
                checks.Warning(Reason, RowCode.ReasonMissing, "Manca il motivo della respinta: chiederlo, il lavoratore deve sapere perché.");
            if (line.CanonicalCf is { } person && !seen.Add(person))
                checks.Error(Person, RowCode.DuplicateInFile, "La persona ha già un esito in una riga precedente: lasciare una sola riga.");
            if (cases.Contradicts(checks.Text(Number), line.CanonicalCf))
                checks.Error(Number, RowCode.NumberOfAnother, "Il numero di prenotazione è di un'altra persona: ricontrollare numero e codice fiscale.");
            else if (line.CanonicalCf is not null && cases.Find(checks.Text(Number), line.CanonicalCf) is null)
                checks.Warning(Person, RowCode.NoCase, "Nessun caso di questo accordo ha questa prenotazione o questo codice fiscale: la riga resta senza effetto finché il caso non c'è.");
            checks.Answer(context, line);
        }
    }

    public async Task EnterAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> good, CancellationToken cancellation)
    {
        var cases = await CaseMatcher.OfAsync(context, import.AgreementCode!, cancellation);
        foreach (var line in good)
        {
            var values = ImportDesk.ValuesOf(line);
            // Matched again: bookings and cases may have come since the upload.
            var number = values.GetValueOrDefault(Number);
            if (cases.Contradicts(number, line.CanonicalCf) || cases.Find(number, line.CanonicalCf) is not { } found)
                continue;
            var approved = ReadDecision(values[Decision])!.Value;
            var reason = approved ? null : values.GetValueOrDefault(Reason);
            context.BookingDecisions.Add(new BookingDecision
            {
                ImportId = import.Id,
                RowNumber = line.RowNumber,
                CaseId = found,
                Approved = approved,
                Reason = reason,
                DecidedOn = WorkerValues.ReadDay(values[DecidedOn])!.Value,
                Correctable = reason is not null && s_correctable.Contains(reason, StringComparer.OrdinalIgnoreCase),
                RecordedAt = store.Now,
            });
            line.CaseId = found;
            line.Erase();
            import.CreatedCount++;
        }
    }

    private static bool? ReadDecision(string text) => text.ToUpperInvariant() switch { Approved => true, Rejected => false, _ => null };
}
