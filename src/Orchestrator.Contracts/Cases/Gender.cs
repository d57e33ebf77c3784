namespace Orchestrator.Contracts.Cases;

/// <summary>As the codice fiscale tells it: forty is added to the day of birth of a woman.</summary>
public enum Gender
{
    Male = 1,
    Female = 2,
}
