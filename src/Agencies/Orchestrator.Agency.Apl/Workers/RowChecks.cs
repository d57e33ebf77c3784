using System.Net.Mail;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Apl.Workers;

/// <summary>Checks one row of <c>lavoratori.csv</c> by itself: everything except whether the person occurs elsewhere.</summary>
public static class RowChecks
{
    private const int AgeUsualMax = 67;
    private const int AgeMax = 75;
    private const int MobileDigitsMin = 6;
    private const int MobileDigitsMax = 15;

    /// <summary>The verdict on <paramref name="row"/>. <paramref name="centre"/> is the answer for its municipality, null when the row names none.</summary>
    public static RowVerdict Check(StagedRow row, CentreAnswer? centre, DateOnly today)
    {
        var issues = new List<RowIssue>();
        foreach (var column in WorkerColumns.Required.Where(column => row[column].Length == 0))
            issues.Add(Error(column, RowCode.RequiredMissing, "Il valore manca: indicarlo."));
        var code = CheckCode(row, today, issues);
        if (centre is not null)
            CheckMunicipality(centre, issues);
        CheckContact(row, issues);
        CheckFormats(row, issues);
        return new(row.RowNumber, code?.Canonical, centre?.Centre?.Code, issues);
    }

    private static CodiceFiscale? CheckCode(StagedRow row, DateOnly today, List<RowIssue> issues)
    {
        var text = row[WorkerColumns.CodiceFiscale];
        if (text.Length == 0)
            return null;
        var (code, problem) = CodiceFiscaleReader.Read(text, today);
        if (code is null)
        {
            issues.Add(problem switch
            {
                CodiceFiscaleProblem.Structure => Error(WorkerColumns.CodiceFiscale, RowCode.CfStructure, "Il codice fiscale deve avere 16 caratteri nella forma prevista, oppure 11 cifre se provvisorio: ricopiarlo dal documento."),
                CodiceFiscaleProblem.Date => Error(WorkerColumns.CodiceFiscale, RowCode.CfDate, "Il codice fiscale contiene una data di nascita che non esiste: ricopiarlo dal documento."),
                _ => Error(WorkerColumns.CodiceFiscale, RowCode.CfCheck, "Il carattere di controllo del codice fiscale non torna: un carattere è sbagliato o due sono scambiati; ricopiarlo dal documento."),
            });
            return null;
        }
        if (code.IsProvisional)
            issues.Add(Warning(WorkerColumns.CodiceFiscale, RowCode.CfProvisional, "Il codice fiscale è provvisorio: sostituirlo quando sarà rilasciato quello definitivo."));
        issues.AddRange(CodiceFiscaleCoherence.Warnings(code, new(row[WorkerColumns.Surname], row[WorkerColumns.Name])));
        if (code.AgeOn(today) is { } age && age > AgeUsualMax)
        {
            issues.Add(age > AgeMax
                ? Error(WorkerColumns.CodiceFiscale, RowCode.AgeOutOfRange, FormattableString.Invariant($"Secondo il codice fiscale la persona ha più di {AgeMax} anni: controllare il codice."))
                : Warning(WorkerColumns.CodiceFiscale, RowCode.AgeUnusual, FormattableString.Invariant($"Secondo il codice fiscale la persona ha più di {AgeUsualMax} anni: controllare il codice.")));
        }
        return code;
    }

    private static void CheckMunicipality(CentreAnswer answer, List<RowIssue> issues)
    {
        const string field = WorkerColumns.Municipality;
        switch (answer.Finding)
        {
            case CentreFinding.Unknown:
                issues.Add(Error(field, RowCode.MunicipalityUnknown, "Il codice ISTAT del comune di domicilio non esiste: indicare le 6 cifre del codice (per esempio 001272 per Torino)."));
                break;
            case CentreFinding.OutsideRegion:
                issues.Add(Error(field, RowCode.MunicipalityOutsideRegion, "Il comune di domicilio è fuori dal Piemonte: nessun centro per l'impiego piemontese è competente."));
                break;
            case CentreFinding.Ceased:
                issues.Add(Error(field, RowCode.MunicipalityCeased, "Il comune di domicilio non esiste più: indicare il codice del comune che lo ha sostituito."));
                break;
            default:
                break;
        }
    }

    private static void CheckContact(StagedRow row, List<RowIssue> issues)
    {
        if (row[WorkerColumns.Email].Length == 0)
            issues.Add(Warning(WorkerColumns.Email, RowCode.EmailMissing, "Manca l'indirizzo e-mail: la persona sarà convocata per telefono."));
        else if (!IsEmail(row[WorkerColumns.Email]))
            issues.Add(Warning(WorkerColumns.Email, RowCode.EmailSyntax, "L'indirizzo e-mail non è scritto correttamente: la persona sarà convocata per telefono."));

        var mobile = row[WorkerColumns.Mobile];
        if (mobile.Length > 0 && (mobile.Count(char.IsAsciiDigit) is < MobileDigitsMin or > MobileDigitsMax || !mobile.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '.' or '/' or '(' or ')')))
            issues.Add(Warning(WorkerColumns.Mobile, RowCode.MobileSyntax, "Il numero di cellulare non è scritto correttamente: controllarlo."));
    }

    /// <summary>Whether mail can be sent to <paramref name="address"/>, as far as its form tells.</summary>
    public static bool IsEmail(string? address) =>
        address is not null && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address
        && parsed.Host.Contains('.', StringComparison.Ordinal) && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || !char.IsAscii(c));

    private static void CheckFormats(StagedRow row, List<RowIssue> issues)
    {
        if (row[WorkerColumns.HiredOn] is { Length: > 0 } day && WorkerValues.ReadDay(day) is null)
            issues.Add(Error(WorkerColumns.HiredOn, RowCode.DateSyntax, "La data deve essere scritta come 2010-05-31 (anno, mese, giorno)."));
        CheckNumber(WorkerColumns.WeeklyHours, WorkerValues.WeeklyHoursMax);
        CheckNumber(WorkerColumns.SuspensionPercent, WorkerValues.PercentMax);

        void CheckNumber(string column, decimal max)
        {
            if (row[column] is { Length: > 0 } text && WorkerValues.ReadNumber(text, max) is null)
                issues.Add(Error(column, RowCode.NumberSyntax, FormattableString.Invariant($"Il valore deve essere un numero da 0 a {max}, con al più due decimali.")));
        }
    }

    private static RowIssue Error(string field, string code, string message) => new(field, code, RowSeverity.Error, message);

    private static RowIssue Warning(string field, string code, string message) => new(field, code, RowSeverity.Warning, message);
}
