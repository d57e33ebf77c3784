namespace Orchestrator.Cases.Samples;

/// <summary>What is wrong, on purpose, with a row of the list.</summary>
internal enum SampleFault
{
    None = 0,

    /// <summary>The check character of the codice fiscale is another one.</summary>
    WrongCheck = 1,

    /// <summary>The person stands once more at the end of the list; this row is in order.</summary>
    Repeated = 2,

    /// <summary>The municipality does not exist or lies outside the region.</summary>
    WrongMunicipality = 3,

    /// <summary>No e-mail.</summary>
    NoEmail = 4,

    /// <summary>A job title that no classification knows.</summary>
    UnknownTrade = 5,
}
