using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Batches;

/// <summary>What the rows of one kind of list are commanded.</summary>
internal interface IBatchWork
{
    BatchKind Kind { get; }

    /// <summary>Called once for each list before its rows: what the commands need must be at hand afterwards.</summary>
    Task<Func<BatchRow, Command>> CommandsAsync(Batch batch);

    /// <summary>What the row was found to be still holds; else it is left as it is and listed as moved.</summary>
    bool Stands(InstanceState state, BatchRow row);
}
