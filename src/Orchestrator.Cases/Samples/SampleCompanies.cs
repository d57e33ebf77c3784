using System.Globalization;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Samples;

/// <summary>
/// Tax numbers of nobody: they begin with 9999, the digits 8–10, which name the province's office in a real one, are 200–799, which no office has, and the check digit is
/// right. Within a sample no two bodies share a number.
/// </summary>
internal sealed class SampleCompanies(SampleScenario scenario, long seed)
{
    /// <summary>What every tax number of the sample data begins with.</summary>
    public const string ReservedPrefix = "9999";

    /// <summary>Employers are numbered from 1 to this.</summary>
    public const int EmployersMax = 600;

    private const int ProvidersMax = 999;
    private const int Serials = 1_000;
    private const int OfficeMin = 200;
    private const int Offices = 600;

    private readonly SampleChance _chance = SampleChance.Of(scenario.Code, seed, "company");

    /// <summary>Of the company in crisis.</summary>
    public string OwnTaxCode => TaxCode(0);

    public string OwnName => $"{SampleNames.Company(_chance, 0)} {_chance.Pick(0, "form", ["S.p.A.", "S.r.l."])}";

    /// <summary>Of accredited operator <paramref name="number"/>, from 1.</summary>
    public string ProviderTaxCode(int number) => TaxCode(number);

    /// <summary>Of employer <paramref name="number"/>, from 1.</summary>
    public string EmployerTaxCode(int number) => TaxCode(ProvidersMax + number);

    private string TaxCode(int number)
    {
        var place = (_chance.Below(0, "first tax number", Serials * Offices) + number) % (Serials * Offices);
        return PartitaIva.Write(string.Create(CultureInfo.InvariantCulture, $"{ReservedPrefix}{place % Serials:D3}{OfficeMin + (place / Serials):D3}"));
    }
}
