namespace Orchestrator.Cases.Samples;

/// <summary>What a company of a sector is like.</summary>
/// <param name="Ateco">Class of ATECO, as 29.32.</param>
/// <param name="Agreement">Name of the collective agreement (CCNL).</param>
/// <param name="MenPerThousand">Share of men.</param>
/// <param name="Levels">Pay level for the major groups 1–8 of CP2021, in this order.</param>
/// <param name="Trades">Who works there; the weights are per cent and sum to 100.</param>
public sealed record SampleSector(
    string Ateco, string Agreement, int MenPerThousand, IReadOnlyList<string> Levels, IReadOnlyList<(SampleTrade Trade, long Weight)> Trades)
{
    private WeightedList<SampleTrade>? _mix;

    internal WeightedList<SampleTrade> Mix => _mix ??= new(Trades);

    public string LevelOf(SampleTrade trade) => Levels[trade.Group - 1];
}
