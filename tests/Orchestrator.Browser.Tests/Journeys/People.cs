using Orchestrator.Contracts.Client;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>The demo accounts as the pages see them.</summary>
internal static class People
{
    public static ActingUser Regione { get; } = new("regione", "Renata Regione", ["regione"], [Roles.Operator]);

    public static ActingUser Apl { get; } = new("apl", "Aldo Apl", ["apl", "apl-analysts", "apl-high-skill", "apl-mass-recruitment"], [Roles.Operator]);

    public static ActingUser Centre { get; } = new("cpi", "Carla Centro", ["cpi:15"], [Roles.Operator]);

    public static ActingUser Supervisor { get; } = new("supervisore", "Sara Supervisora", [], [Roles.Supervisor]);
}
