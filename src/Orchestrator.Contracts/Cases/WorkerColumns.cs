namespace Orchestrator.Contracts.Cases;

/// <summary>The columns of <c>lavoratori.csv</c>, by the names of its header.</summary>
public static class WorkerColumns
{
    public const string CodiceFiscale = "codice_fiscale";
    public const string Surname = "cognome";
    public const string Name = "nome";
    public const string Email = "email";
    public const string Mobile = "cellulare";
    public const string Municipality = "comune_domicilio_istat";
    public const string Address = "indirizzo";
    public const string JobTitle = "mansione";
    public const string Level = "livello";
    public const string Area = "ambito";
    public const string Profile = "profilo";
    public const string HiredOn = "data_assunzione";
    public const string Contract = "contratto";
    public const string WeeklyHours = "ore_settimanali";
    public const string SuspensionPercent = "sospensione_pct";
    public const string Education = "titolo_studio";

    /// <summary>Every column, in the order in which the format lists them; the file may have them in any order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CodiceFiscale, Surname, Name, Email, Mobile, Municipality, Address, JobTitle, Level, Area, Profile, HiredOn, Contract, WeeklyHours,
        SuspensionPercent, Education,
    ];

    /// <summary>Columns that must be in the header and have a value in every row.</summary>
    public static IReadOnlyList<string> Required { get; } = [CodiceFiscale, Surname, Name, Municipality, JobTitle];
}
