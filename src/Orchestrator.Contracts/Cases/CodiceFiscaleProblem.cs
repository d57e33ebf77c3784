namespace Orchestrator.Contracts.Cases;

/// <summary>Why a text is no codice fiscale; the first that applies, in this order.</summary>
public enum CodiceFiscaleProblem
{
    /// <summary>It is neither 16 characters of the prescribed pattern nor 11 digits.</summary>
    Structure = 1,

    /// <summary>The day does not exist in its month and year.</summary>
    Date = 2,

    /// <summary>The last character does not follow from the others: a character is wrong or two are swapped.</summary>
    Check = 3,
}
