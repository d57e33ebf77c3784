using Orchestrator.Cases.Agreements;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Facts;

/// <summary>What facts about a case must be.</summary>
internal static class FactRules
{
    private const int NumberCharsMax = 30;

    public static IEnumerable<FieldProblem> WhyNot(BookingRegistration form, DateOnly? signed, DateTimeOffset now, bool isKnown)
    {
        var number = form.BookingNumber.Trim();
        if (signed is not { } signingDate)
        {
            yield return new("case", RefusalCode.WrongState, "Il caso non ha un accordo di ricollocazione: la prenotazione dell'assegno non è possibile.");
            yield break;
        }
        if (number.Length is 0 or > NumberCharsMax)
            yield return new("bookingNumber", "required", FormattableString.Invariant($"Indicare il numero di prenotazione, al massimo {NumberCharsMax} caratteri."));
        else if (isKnown)
            yield return new("bookingNumber", "duplicate", "Questa prenotazione è già registrata per il caso.");
        if (!BookingChannel.All.Contains(form.Channel))
            yield return new("channel", "notAnOption", $"Il canale non è previsto. Valori ammessi: {string.Join(", ", BookingChannel.All)}.");
        var day = CasesStore.DayInRome(form.BookedAt);
        if (form.BookedAt > now)
            yield return new("bookedAt", "max", "La prenotazione non può essere nel futuro: indicare data e ora della ricevuta.");
        else if (day < signingDate)
            yield return new("bookedAt", "min", FormattableString.Invariant($"La prenotazione non può essere prima della sottoscrizione dell'accordo, {signingDate:dd/MM/yyyy}."));
        else if (day > form.LastDay && !form.OutOfTermConfirmed)
            yield return new("bookedAt", "outOfTerm", FormattableString.Invariant($"La prenotazione è fuori termine (ultimo giorno utile {form.LastDay:dd/MM/yyyy}): ricontrollare la data, oppure confermare la registrazione fuori termine."));
    }

    public static IEnumerable<FieldProblem> WhyNot(ChoiceRegistration form, bool isApproved, DateTimeOffset now)
    {
        if (!isApproved)
            yield return new("case", RefusalCode.WrongState, "La prenotazione non risulta approvata: la scelta si registra dopo l'esito positivo.");
        if (ProviderTypeName.Read(form.ProviderType) is not { } type)
            yield return new("providerType", "notAnOption", $"Il tipo non è previsto. Valori ammessi: {string.Join(", ", ProviderTypeName.All)}.");
        else if (type == ProviderType.PrivateOperator && string.IsNullOrWhiteSpace(form.Provider))
            yield return new("provider", "required", "Indicare il codice fiscale dell'operatore scelto.");
        if (form.ChosenAt > now)
            yield return new("chosenAt", "max", "La scelta non può essere nel futuro.");
        if (form.FirstAppointment < form.ChosenAt)
            yield return new("firstAppointment", "min", "Il primo appuntamento non può essere prima della scelta.");
    }

    public static IEnumerable<FieldProblem> WhyNot(EmploymentEntry form, DateOnly today)
    {
        if (EmploymentNames.ReadKind(form.Kind) is null)
            yield return new("kind", "notAnOption", $"Il tipo non è previsto. Valori ammessi: {string.Join(", ", EmploymentNames.Kinds)}.");
        if (EmploymentNames.ReadContract(form.Contract) is null)
            yield return new("contract", "notAnOption", $"Il contratto non è previsto. Valori ammessi: {string.Join(", ", EmploymentNames.Contracts)}.");
        var employer = form.EmployerTaxCode.Trim();
        if (!PartitaIva.IsValid(employer) && CodiceFiscaleReader.Read(employer, today).Code is null)
            yield return new("employerTaxCode", "checkDigit", "Il codice fiscale del datore di lavoro non è corretto: ricontrollarlo.");
        if (form.To < form.From)
            yield return new("to", "min", "La fine del rapporto non può essere prima dell'inizio.");
    }

    public static IEnumerable<FieldProblem> WhyNot(WorkerStatusEntry form)
    {
        if (!WorkerStatus.All.Contains(form.Status))
            yield return new("status", "notAnOption", $"Lo stato non è previsto. Valori ammessi: {string.Join(", ", WorkerStatus.All)}.");
        if (form.Status == WorkerStatus.Declined && RegistrationRules.WhyNotText("reason", form.Reason ?? "", "il motivo della rinuncia") is { } noReason)
            yield return noReason;
        if (form.Reason?.Length > CaseLimits.TextCharsMax)
            yield return new("reason", RowCode.TooLong, FormattableString.Invariant($"Il motivo supera {CaseLimits.TextCharsMax} caratteri: abbreviarlo."));
        if ((form.Status == WorkerStatus.CentreChanged) != (form.Municipality is not null))
            yield return new("municipality", form.Municipality is null ? "required" : "notAllowed", "Il nuovo comune di domicilio (codice ISTAT) si indica per il cambio di domicilio in Piemonte, e solo allora.");
    }
}
