using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Samples;

/// <summary>An invented person.</summary>
/// <param name="Number">From 1.</param>
/// <param name="CodiceFiscale">As written; one of a thousand is an omocode.</param>
/// <param name="Canonical">Its canonical form.</param>
/// <param name="Age">In whole years on day 0.</param>
internal sealed record SamplePerson(int Number, string Surname, string Name, Gender Gender, int Age, string CodiceFiscale, string Canonical)
{
    /// <summary>The number alone, so that a log never holds a person, not even an invented one.</summary>
    public override string ToString() => FormattableString.Invariant($"Person {Number}");
}
