using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Batches;

/// <summary>What the rows of one kind of list are commanded.</summary>
internal interface IBatchWork
{
    BatchKind Kind { get; }

    /// <summary>Called once for each list before its rows: what the commands need must be at hand afterwards.</summary>
    Task<Func<BatchRow, Command>> CommandsAsync(Batch batch);
}
