using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Samples;

/// <summary>Invents persons, no two with the same canonical codice fiscale.</summary>
/// <param name="chance">Of the subject whose numbers these persons have.</param>
/// <param name="day">The day on which ages are counted.</param>
/// <param name="menPerThousand">Share of men.</param>
internal sealed class SamplePeople(SampleChance chance, DateOnly day, int menPerThousand)
{
    private const int AgeMin = 22;
    private const int AgeMax = 66;
    private const int AgeMean = 47;
    private const int AgeDeviation = 9;
    private const int OmocodesPerThousand = 1;
    private const int DaysOfYear = 365;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Person <paramref name="number"/>, born around one of <paramref name="places"/>.</summary>
    public SamplePerson Make(int number, WeightedList<SampleMunicipality> places)
    {
        var gender = chance.Holds(number, "man", menPerThousand) ? Gender.Male : Gender.Female;
        var surname = SampleNames.Surname(chance, number);
        var name = SampleNames.Given(chance, number, gender);
        var place = SampleGeography.BirthPlace(chance, number, places);
        var age = Age(number);
        // Who would share a canonical code with an earlier person gets another birthday.
        var attempt = 0;
        string canonical;
        do
            canonical = CodiceFiscaleWriter.Write(surname, name, Born(number, age, attempt++), gender, place);
        while (!_taken.Add(canonical));
        return new(number, surname, name, gender, age, Written(number, canonical), canonical);
    }

    private int Age(int number)
    {
        for (var attempt = 0; ; attempt++)
        {
            var age = chance.Bell(number, FormattableString.Invariant($"age {attempt}"), AgeMean, AgeDeviation);
            if (age is >= AgeMin and <= AgeMax)
                return age;
        }
    }

    // A birthday on day 0 or up to 364 days before it: the age on day 0 is exact.
    private DateOnly Born(int number, int age, int attempt) =>
        day.AddYears(-age).AddDays(-chance.Below(number, FormattableString.Invariant($"birthday {attempt}"), DaysOfYear));

    private string Written(int number, string canonical) =>
        chance.Holds(number, "omocode", OmocodesPerThousand) && CodiceFiscaleReader.Read(canonical, day).Code is { } code
            ? code.WithOmocodia(1 + chance.Below(number, "omocode digits", 2))
            : canonical;
}
