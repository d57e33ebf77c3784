using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agencies.Tests.Workers;

internal sealed class CodiceFiscaleTests
{
    private static readonly DateOnly s_today = new(2026, 3, 12);

    [TestCase("CCCFBA85D03L219P")]
    [TestCase("CCCFBA85D03L21VE")]
    [TestCase("CCCFBA85D03L2MVP")]
    [TestCase("CCCFBA85D03LNMVE")]
    [TestCase("CCCFBA85D0PLNMVA")]
    [TestCase("CCCFBA85DLPLNMVL")]
    [TestCase("CCCFBA8RDLPLNMVX")]
    [TestCase("CCCFBAURDLPLNMVU")]
    [TestCase("  cccfba85d03l219p ")]
    public void Every_omocode_has_the_same_canonical_form(string text)
    {
        var code = Read(text);

        Assert.Multiple(() =>
        {
            Assert.That(code.Canonical, Is.EqualTo("CCCFBA85D03L219P"));
            Assert.That(code.Given, Is.EqualTo(text.Trim().ToUpperInvariant()));
            Assert.That((code.BirthDate, code.Gender, code.BirthPlace), Is.EqualTo((new DateOnly(1985, 4, 3), Gender.Male, "L219")));
        });
    }

    [TestCase(0, "CCCFBA85D03L219P")]
    [TestCase(1, "CCCFBA85D03L21VE")]
    [TestCase(2, "CCCFBA85D03L2MVP")]
    [TestCase(3, "CCCFBA85D03LNMVE")]
    [TestCase(4, "CCCFBA85D0PLNMVA")]
    [TestCase(5, "CCCFBA85DLPLNMVL")]
    [TestCase(6, "CCCFBA8RDLPLNMVX")]
    [TestCase(7, "CCCFBAURDLPLNMVU")]
    public void Omocodia_replaces_digits_from_the_right(int count, string expected) =>
        Assert.That(Read("CCCFBA85D03L219P").WithOmocodia(count), Is.EqualTo(expected));

    [TestCase("RSSMRA72S49G674V", 1972, 11, 9, Gender.Female, "G674")]
    [TestCase("FOXDAA90A71L219T", 1990, 1, 31, Gender.Female, "L219")]
    [TestCase("PPSNIO79T24Z129T", 1979, 12, 24, Gender.Male, "Z129")]
    public void A_code_tells_birth_date_gender_and_place(string text, int year, int month, int day, Gender gender, string place)
    {
        var code = Read(text);

        Assert.That((code.BirthDate, code.Gender, code.BirthPlace, code.IsOmocode), Is.EqualTo((new DateOnly(year, month, day), gender, place, false)));
    }

    [TestCase("RSSMRA72S49G674V", "Rossi", "Maria", "1972-11-09", Gender.Female, "G674")]
    [TestCase("FOXDAA90A71L219T", "Fo", "Ada", "1990-01-31", Gender.Female, "L219")]
    [TestCase("PPSNIO79T24Z129T", "Popescu", "Ion", "1979-12-24", Gender.Male, "Z129")]
    public void A_code_is_written_from_what_is_known_of_a_person(string expected, string surname, string name, string born, Gender gender, string place) =>
        Assert.That(
            CodiceFiscaleWriter.Write(surname, name, DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), gender, place), Is.EqualTo(expected));

    [TestCase("Torino")]
    [TestCase("l219")]
    [TestCase("L21")]
    public void A_code_is_not_written_for_a_place_that_has_none(string place) =>
        Assert.That(() => CodiceFiscaleWriter.Write("Fo", "Ada", new DateOnly(1990, 1, 31), Gender.Female, place), Throws.ArgumentException);

    [TestCase("CCCFBA85D03L219Q", CodiceFiscaleProblem.Check)]
    [TestCase("CCCFBA85D30L219P", CodiceFiscaleProblem.Check)]
    [TestCase("CCCFBA85D03L21", CodiceFiscaleProblem.Structure)]
    [TestCase("CCCFBA85D03L219PP", CodiceFiscaleProblem.Structure)]
    [TestCase("CCCFBA85F03L219P", CodiceFiscaleProblem.Structure)]
    [TestCase("CCCFBA85D0AL219P", CodiceFiscaleProblem.Structure)]
    [TestCase("CCCFB185D03L219P", CodiceFiscaleProblem.Structure)]
    [TestCase("CCCFBA85D031219P", CodiceFiscaleProblem.Structure)]
    [TestCase("CCCFBÀ85D03L219P", CodiceFiscaleProblem.Structure)]
    [TestCase("", CodiceFiscaleProblem.Structure)]
    [TestCase(null, CodiceFiscaleProblem.Structure)]
    [TestCase("CCCFBA85D31L219P", CodiceFiscaleProblem.Date)]
    [TestCase("CCCFBA85D00L219P", CodiceFiscaleProblem.Date)]
    [TestCase("CCCFBA85D40L219P", CodiceFiscaleProblem.Date)]
    [TestCase("CCCFBA85D72L219P", CodiceFiscaleProblem.Date)]
    public void A_wrong_code_has_one_first_reason(string? text, CodiceFiscaleProblem problem) =>
        Assert.That(CodiceFiscaleReader.Read(text, s_today), Is.EqualTo(((CodiceFiscale?)null, (CodiceFiscaleProblem?)problem)));

    [TestCase(2011, 2011)]
    [TestCase(2012, 1912)]
    [TestCase(2000, 2000)]
    [TestCase(1999, 1999)]
    public void The_century_is_the_latest_in_which_the_person_is_fifteen(int born, int read)
    {
        var text = CodiceFiscaleWriter.Write("Fo", "Ada", new DateOnly(born, 3, 1), Gender.Female, "L219");

        Assert.That(Read(text).BirthDate!.Value.Year, Is.EqualTo(read));
    }

    [Test]
    public void The_leap_day_exists_in_the_century_that_is_chosen()
    {
        var leap = CodiceFiscaleWriter.Write("Fo", "Ada", new DateOnly(2000, 2, 29), Gender.Female, "L219");

        Assert.Multiple(() =>
        {
            Assert.That(Read(leap).BirthDate, Is.EqualTo(new DateOnly(2000, 2, 29)));
            Assert.That(CodiceFiscaleReader.Read(leap, new DateOnly(2014, 12, 31)).Problem, Is.EqualTo(CodiceFiscaleProblem.Date), "1900 was no leap year");
        });
    }

    [Test]
    public void A_provisional_code_is_checked_like_a_partita_iva_and_tells_nothing()
    {
        var code = Read("02843860012");

        Assert.Multiple(() =>
        {
            Assert.That((code.IsProvisional, code.Canonical, code.BirthDate), Is.EqualTo((true, "02843860012", (DateOnly?)null)));
            Assert.That(CodiceFiscaleReader.Read("12345678901", s_today).Problem, Is.EqualTo(CodiceFiscaleProblem.Check));
            Assert.That(() => code.WithOmocodia(1), Throws.InvalidOperationException);
        });
    }

    [Test]
    public void Every_single_wrong_character_of_a_code_is_found()
    {
        const string right = "RSSMRA72S49G674V";
        var accepted = new List<string>();
        for (var i = 0; i < right.Length; i++)
        {
            foreach (var other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".Where(c => c != right[i]))
            {
                var wrong = right[..i] + other + right[(i + 1)..];
                // A digit and the letter of omocodia that stands for it are no mistake to find; their check values decide alone.
                if (CodiceFiscaleReader.Read(wrong, s_today).Code is { } code && code.Canonical != right)
                    accepted.Add(wrong);
            }
        }

        Assert.That(accepted, Is.Empty);
    }

    [Test]
    public void A_code_never_prints_itself() => Assert.That($"{Read("RSSMRA72S49G674V")}", Does.Not.Contain("RSSMRA"));

    [TestCase("1990-03-12", 36)]
    [TestCase("1990-03-13", 35)]
    public void Age_counts_whole_years(string born, int age) =>
        Assert.That(Read(CodiceFiscaleWriter.Write("Fo", "Ada", DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), Gender.Female, "L219")).AgeOn(s_today), Is.EqualTo(age));

    [TestCase("02843860012", true)]
    [TestCase("80087670016", true)]
    [TestCase("12345678903", true)]
    [TestCase("12345678901", false)]
    [TestCase("00000000000", false)]
    [TestCase("0284386001", false)]
    [TestCase("0284386001a", false)]
    [TestCase(null, false)]
    public void A_partita_iva_has_eleven_digits_and_the_right_last_one(string? text, bool valid) => Assert.That(PartitaIva.IsValid(text), Is.EqualTo(valid));

    [TestCase("0284386001", "02843860012")]
    [TestCase("8008767001", "80087670016")]
    [TestCase("1234567890", "12345678903")]
    public void A_partita_iva_is_written_from_its_first_ten_digits(string first, string expected) => Assert.That(PartitaIva.Write(first), Is.EqualTo(expected));

    [TestCase("028438600")]
    [TestCase("0000000000")]
    [TestCase("02843860a1")]
    public void A_partita_iva_is_not_written_from_anything_else(string first) => Assert.That(() => PartitaIva.Write(first), Throws.ArgumentException);

    private static CodiceFiscale Read(string text) => CodiceFiscaleReader.Read(text, s_today).Code!;
}
