namespace Orchestrator.Cases.Samples;

/// <summary>The workers of a scenario.</summary>
internal static class SampleWorkers
{
    /// <summary>What the numbers of workers are asked under; <see cref="SampleBehaviour"/> asks about the same persons.</summary>
    public const string Subject = "worker";

    /// <summary>By number, from 1.</summary>
    public static IReadOnlyList<SampleWorker> Make(SampleScenario scenario, long seed, DateOnly day)
    {
        var chance = SampleChance.Of(scenario.Code, seed, Subject);
        var people = new SamplePeople(chance, day, scenario.Sector.MenPerThousand);
        var sites = new WeightedList<WeightedList<SampleMunicipality>>(
            scenario.Sites.Select(site => (SampleGeography.Around(SampleGeography.ByIstat[site.Istat]), (long)site.Share)));
        var faults = SampleFaults.Deal(chance, scenario.Workers);
        return [.. Enumerable.Range(1, scenario.Workers).Select(number =>
        {
            var around = chance.Pick(number, "site", sites);
            return new SampleWorker(
                people.Make(number, around), chance.Pick(number, "domicile", around), chance.Pick(number, "trade", scenario.Sector.Mix), faults.GetValueOrDefault(number));
        })];
    }
}
