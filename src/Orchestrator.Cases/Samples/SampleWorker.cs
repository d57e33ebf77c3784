namespace Orchestrator.Cases.Samples;

/// <summary>A worker of the list, as the person is; what is wrong in the row is <see cref="Fault"/>.</summary>
internal sealed record SampleWorker(SamplePerson Person, SampleMunicipality Domicile, SampleTrade Trade, SampleFault Fault)
{
    public int Number => Person.Number;

    /// <summary>The row is good: the person gets a case.</summary>
    public bool GetsCase => Fault is not (SampleFault.WrongCheck or SampleFault.WrongMunicipality);
}
