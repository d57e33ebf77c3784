using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Codec;

/// <summary>How one version of one event is stored. Name and version are the stored identity; the CLR type may be renamed freely.</summary>
internal sealed record EventShape(string Name, int Version, Type Type, Action<EventWriter, InstanceEvent> Write, Func<EventReader, InstanceEvent> Read)
{
    public static EventShape Of<T>(string name, int version, Action<EventWriter, T> write, Func<EventReader, T> read) where T : InstanceEvent =>
        new(name, version, typeof(T), (writer, stored) => write(writer, (T)stored), reader => read(reader));
}
