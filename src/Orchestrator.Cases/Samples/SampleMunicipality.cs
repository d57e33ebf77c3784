namespace Orchestrator.Cases.Samples;

/// <summary>A municipality as the generator needs it.</summary>
/// <param name="Population">Inhabitants at the census of 2011.</param>
internal sealed record SampleMunicipality(string Istat, string Name, string Province, string Belfiore, string Centre, long Population);
