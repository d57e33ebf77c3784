using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>A state with what the next commit must know: the hash it chains on and the position of the newest snapshot.</summary>
internal sealed record LoadedState(InstanceState State, ReadOnlyMemory<byte> HeadHash, long SnapshotVersion);
