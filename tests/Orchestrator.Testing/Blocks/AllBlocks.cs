namespace Orchestrator.Testing.Blocks;

/// <summary>One generator for each element that is executed; a new element adds its own here.</summary>
public static class AllBlocks
{
    /// <summary>Those that hold no others.</summary>
    public static IReadOnlyList<Block> Simple { get; } =
    [
        new UserTaskBlock(), new ServiceTaskBlock(), new SendTaskBlock(), new ReceiveTaskBlock(), new ScriptTaskBlock(), new BusinessRuleTaskBlock(),
        new TimerCatchBlock(), new MessageCatchBlock(), new PublishThrowBlock(), new EventGatewayBlock(), new MultiInstanceTaskBlock(),
    ];

    public static IReadOnlyList<Block> Any { get; } =
    [
        .. Simple,
        new ExclusiveBlock(), new ParallelBlock(), new LoopBlock(), new SubProcessBlock(), new EventSubProcessBlock(), new ErrorBlock(), new TerminateBlock(),
        new CallBlock(), new MultiInstanceSubProcessBlock(), new AdHocBlock(), new BoundaryBlock(), new DeadlineBlock(),
    ];
}
