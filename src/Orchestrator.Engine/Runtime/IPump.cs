namespace Orchestrator.Engine.Runtime;

/// <summary>Something that moves due work along. A tick does a batch; loops call it in production, a driver under a virtual clock.</summary>
internal interface IPump
{
    string Name { get; }

    AsyncSignal Signal { get; }

    /// <summary>Does what is due, at most a batch. False when there was nothing.</summary>
    Task<bool> TickAsync(CancellationToken cancellation);

    /// <summary>How long the loop may rest when there was nothing to do and no signal comes.</summary>
    TimeSpan Rest { get; }
}
