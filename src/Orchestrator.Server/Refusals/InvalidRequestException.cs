namespace Orchestrator.Server.Refusals;

/// <summary>A request that cannot be understood: becomes 400 with the field's name. Holds no values that could be personal.</summary>
internal sealed class InvalidRequestException(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}
