namespace Orchestrator.Cases.Desk;

/// <summary>Who brings a vacancy.</summary>
public enum VacancySource
{
    /// <summary>An employment centre.</summary>
    Centre = 1,

    /// <summary>The service for highly skilled people.</summary>
    HighSkill = 2,

    /// <summary>The service for employers who look for many.</summary>
    MassRecruitment = 3,

    /// <summary>A private operator or an employer.</summary>
    Private = 4,

    /// <summary>The European network of employment services.</summary>
    Eures = 5,
}
