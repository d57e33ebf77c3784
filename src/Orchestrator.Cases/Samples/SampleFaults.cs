namespace Orchestrator.Cases.Samples;

/// <summary>Deals out the faults: exact shares, one fault a person, so that what is reported for a row has one cause.</summary>
internal static class SampleFaults
{
    /// <summary>From so many workers on every fault occurs at least once.</summary>
    public const int AllFromWorkers = 80;

    // In dealing order: a further fault at the end moves none of these.
    private static readonly (SampleFault Fault, int PerThousand)[] s_shares =
    [
        (SampleFault.WrongCheck, 10), (SampleFault.Repeated, 5), (SampleFault.WrongMunicipality, 10), (SampleFault.NoEmail, 30), (SampleFault.UnknownTrade, 20),
    ];

    /// <summary>How many of <paramref name="workers"/> have <paramref name="fault"/>.</summary>
    public static int Count(SampleFault fault, int workers)
    {
        var share = s_shares.Single(each => each.Fault == fault).PerThousand;
        var rounded = ((workers * share) + 500) / 1_000;
        return workers >= AllFromWorkers ? Math.Max(1, rounded) : rounded;
    }

    /// <summary>The fault of each person with one, by number from 1 to <paramref name="workers"/>.</summary>
    public static IReadOnlyDictionary<int, SampleFault> Deal(SampleChance chance, int workers)
    {
        var order = Enumerable.Range(1, workers).OrderBy(number => chance.Draw(number, "fault")).ThenBy(number => number).ToList();
        var dealt = new Dictionary<int, SampleFault>();
        var next = 0;
        foreach (var (fault, _) in s_shares)
        {
            foreach (var number in order.Skip(next).Take(Count(fault, workers)))
                dealt[number] = fault;
            next += Count(fault, workers);
        }
        return dealt;
    }
}
