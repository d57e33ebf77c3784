namespace Orchestrator.Cases.Samples;

/// <summary>An accredited operator.</summary>
/// <param name="Number">From 1; 1 stands for the employment centres.</param>
/// <param name="Until">Last day of the accreditation; null while it lasts.</param>
internal sealed record SampleProvider(int Number, string TaxCode, string Name, SampleMunicipality Site, DateOnly From, DateOnly? Until)
{
    public bool IsCentres => Number == 1;

    public bool IsAccreditedOn(DateOnly day) => From <= day && (Until is not { } last || day <= last);
}
