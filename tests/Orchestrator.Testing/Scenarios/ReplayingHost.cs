using System.Buffers;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Codec;

namespace Orchestrator.Testing.Scenarios;

/// <summary>The interpreter host with the law of replay: after every step each instance's events are encoded, decoded and replayed from nothing, and must give the same state.</summary>
public sealed class ReplayingHost(TestDefinitions definitions) : InterpreterHost(definitions)
{
    /// <summary>One sentence for each instance whose replay is not its state.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync()
    {
        var differences = new List<string>();
        foreach (var instance in await InstancesAsync())
        {
            var history = HistoryOf(instance);
            var encoded = new ArrayBufferWriter<byte>();
            EventCodec.Write(encoded, instance, [.. history.Select(happened => happened.Event)]);
            var decoded = EventCodec.Read(encoded.WrittenMemory, instance);
            var replayed = InstanceState.Empty(instance);
            for (var i = 0; i < decoded.Length; i++) replayed = replayed.Evolve(decoded[i], history[i].At);
            var lived = Written(await StateAsync(instance));
            if (!Written(replayed).AsSpan().SequenceEqual(lived)) differences.Add($"instance {instance} is not what its {decoded.Length} events give");
        }
        return differences;
    }

    private static byte[] Written(InstanceState state)
    {
        var output = new ArrayBufferWriter<byte>();
        StateCodec.Write(output, state);
        return output.WrittenSpan.ToArray();
    }
}
