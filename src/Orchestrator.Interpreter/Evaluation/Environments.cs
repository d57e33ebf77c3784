using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Evaluation;

internal static class Environments
{
    public static FeelEnvironment Of(World world, DateTimeOffset at) => new(at, world.Zone, world.Zones, world.Calendars);
}
