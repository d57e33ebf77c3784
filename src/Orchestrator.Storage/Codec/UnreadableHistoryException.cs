using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Codec;

/// <summary>Stored bytes that this version cannot read: an event name or version it does not know, or a damaged payload. Nothing is skipped and nothing is guessed.</summary>
public sealed class UnreadableHistoryException : HistoryUnreadableException
{
    public UnreadableHistoryException(string message) : base(message) { }

    public UnreadableHistoryException() { }

    public UnreadableHistoryException(string message, Exception inner) : base(message, inner) { }
}
