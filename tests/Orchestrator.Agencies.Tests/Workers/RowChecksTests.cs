using Orchestrator.Agency.Apl.Workers;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agencies.Tests.Workers;

internal sealed class RowChecksTests
{
    private static readonly DateOnly s_today = new(2026, 3, 12);
    private static readonly CentreAnswer s_pinerolo = new("001191", CentreFinding.Found, "Pinerolo", new EmploymentCentreView("24", "Pinerolo", "TO"));

    [Test]
    public void A_right_row_has_nothing_to_say() =>
        Assert.That(RowChecks.Check(Row(), s_pinerolo, s_today), Is.EqualTo(new RowVerdict(2, "RSSMRA72S49G674V", "24", [])).Using<RowVerdict>(Same));

    [TestCase(WorkerColumns.CodiceFiscale, "RSSMRA72S49G674W", RowCode.CfCheck, RowSeverity.Error)]
    [TestCase(WorkerColumns.CodiceFiscale, "RSSMRA72S99G674V", RowCode.CfDate, RowSeverity.Error)]
    [TestCase(WorkerColumns.CodiceFiscale, "RSSMRA72S49", RowCode.CfStructure, RowSeverity.Error)]
    [TestCase(WorkerColumns.CodiceFiscale, "", RowCode.RequiredMissing, RowSeverity.Error)]
    [TestCase(WorkerColumns.CodiceFiscale, "12345678903", RowCode.CfProvisional, RowSeverity.Warning)]
    [TestCase(WorkerColumns.Surname, "Bianchi", RowCode.CfSurnameDiffers, RowSeverity.Warning)]
    [TestCase(WorkerColumns.Name, "Giovanna", RowCode.CfNameDiffers, RowSeverity.Warning)]
    [TestCase(WorkerColumns.Name, "", RowCode.RequiredMissing, RowSeverity.Error)]
    [TestCase(WorkerColumns.JobTitle, "", RowCode.RequiredMissing, RowSeverity.Error)]
    [TestCase(WorkerColumns.Email, "", RowCode.EmailMissing, RowSeverity.Warning)]
    [TestCase(WorkerColumns.Email, "maria.rossi", RowCode.EmailSyntax, RowSeverity.Warning)]
    [TestCase(WorkerColumns.Email, "maria@rossi", RowCode.EmailSyntax, RowSeverity.Warning)]
    [TestCase(WorkerColumns.Email, "Maria <m@example.invalid>", RowCode.EmailSyntax, RowSeverity.Warning)]
    [TestCase(WorkerColumns.Mobile, "casa", RowCode.MobileSyntax, RowSeverity.Warning)]
    [TestCase(WorkerColumns.HiredOn, "03/05/2010", RowCode.DateSyntax, RowSeverity.Error)]
    [TestCase(WorkerColumns.HiredOn, "2010-02-30", RowCode.DateSyntax, RowSeverity.Error)]
    [TestCase(WorkerColumns.WeeklyHours, "quaranta", RowCode.NumberSyntax, RowSeverity.Error)]
    [TestCase(WorkerColumns.WeeklyHours, "169", RowCode.NumberSyntax, RowSeverity.Error)]
    [TestCase(WorkerColumns.SuspensionPercent, "-5", RowCode.NumberSyntax, RowSeverity.Error)]
    [TestCase(WorkerColumns.SuspensionPercent, "33,333", RowCode.NumberSyntax, RowSeverity.Error)]
    public void A_wrong_value_is_named_with_its_column(string column, string value, string code, RowSeverity severity)
    {
        var verdict = RowChecks.Check(Row((column, value)), s_pinerolo, s_today);

        Assert.That(verdict.Issues.Select(issue => (issue.Field, issue.Code, issue.Severity)), Is.EqualTo(new[] { (column is WorkerColumns.Surname or WorkerColumns.Name && value.Length > 0 ? WorkerColumns.CodiceFiscale : column, code, severity) }));
    }

    [TestCase("+39 333 1234567")]
    [TestCase("333.1234567")]
    public void A_telephone_number_may_be_written_as_people_do(string mobile) =>
        Assert.That(RowChecks.Check(Row((WorkerColumns.Mobile, mobile)), s_pinerolo, s_today).Issues, Is.Empty);

    [TestCase(CentreFinding.Unknown, RowCode.MunicipalityUnknown)]
    [TestCase(CentreFinding.OutsideRegion, RowCode.MunicipalityOutsideRegion)]
    [TestCase(CentreFinding.Ceased, RowCode.MunicipalityCeased)]
    public void A_municipality_without_centre_keeps_the_row_out(CentreFinding finding, string code)
    {
        var verdict = RowChecks.Check(Row(), new CentreAnswer("001191", finding, null, null), s_today);

        Assert.That((verdict.IsGood, verdict.Issues.Single().Code), Is.EqualTo((false, code)));
    }

    [TestCase(1957, RowCode.AgeUnusual)]
    [TestCase(1949, RowCode.AgeOutOfRange)]
    public void An_unusual_age_is_questioned(int year, string code)
    {
        var text = CodiceFiscaleWriter.Write("Rossi", "Maria", new DateOnly(year, 1, 9), Gender.Female, "G674");

        Assert.That(RowChecks.Check(Row((WorkerColumns.CodiceFiscale, text)), s_pinerolo, s_today).Issues.Single().Code, Is.EqualTo(code));
    }

    [Test]
    public void No_message_repeats_a_person()
    {
        var messages = new[] { ("codice_fiscale", "RSSMRA72S49G674W"), ("cognome", "Bianchi"), ("email", "maria.rossi"), ("cellulare", "casa"), ("data_assunzione", "ieri") }
            .SelectMany(change => RowChecks.Check(Row(change), s_pinerolo, s_today).Issues).Select(issue => issue.Message).ToList();

        Assert.That(messages, Has.Count.EqualTo(5).And.All.Not.Match("RSSMRA|Bianchi|maria|casa|ieri"));
    }

    [Test]
    public void Facts_about_birth_are_compared_with_the_code()
    {
        var code = CodiceFiscaleReader.Read("RSSMRA72S49G674V", s_today).Code!;

        var same = CodiceFiscaleCoherence.Warnings(code, new("Rossi", "Maria", Gender.Female, new DateOnly(1972, 11, 9), "g674"));
        var other = CodiceFiscaleCoherence.Warnings(code, new("Verdi", "Anna", Gender.Male, new DateOnly(1972, 11, 8), "L219"));

        Assert.Multiple(() =>
        {
            Assert.That(same, Is.Empty);
            Assert.That(
                other.Select(warning => warning.Code),
                Is.EqualTo(new[] { RowCode.CfSurnameDiffers, RowCode.CfNameDiffers, RowCode.CfDateDiffers, RowCode.CfGenderDiffers, RowCode.CfPlaceDiffers }));
        });
    }

    [TestCase("Rossi", "RSS")]
    [TestCase("Fo", "FOX")]
    [TestCase("D'Àmico", "DMC")]
    [TestCase("De Rossi", "DRS")]
    [TestCase("Aiello", "LLA")]
    [TestCase("Ù", "UXX")]
    public void A_surname_gives_consonants_then_vowels_then_x(string surname, string code) => Assert.That(PersonCode.OfSurname(surname), Is.EqualTo(code));

    [TestCase("Maria", "MRA")]
    [TestCase("Gianfranco", "GFR")]
    [TestCase("Marco", "MRC")]
    [TestCase("Ion", "NIO")]
    [TestCase("Noè", "NOE")]
    public void A_name_of_four_consonants_skips_the_second(string name, string code) => Assert.That(PersonCode.OfName(name), Is.EqualTo(code));

    private static StagedRow Row(params (string Column, string Value)[] changes)
    {
        var values = new Dictionary<string, string>
        {
            [WorkerColumns.CodiceFiscale] = "RSSMRA72S49G674V",
            [WorkerColumns.Surname] = "Rossi",
            [WorkerColumns.Name] = "Maria",
            [WorkerColumns.Email] = "m.rossi@example.invalid",
            [WorkerColumns.Municipality] = "001191",
            [WorkerColumns.JobTitle] = "Saldatrice",
        };
        foreach (var (column, value) in changes)
            values[column] = value;
        return new(2, values);
    }

    private static bool Same(RowVerdict left, RowVerdict right) =>
        left with { Issues = right.Issues } == right && left.Issues.SequenceEqual(right.Issues);
}
