using Orchestrator.Storage.Changes;

namespace Orchestrator.Storage.Sql;

/// <summary>Gathers the values of one row as parameters <c>@p1</c>, <c>@p2</c>…, for the rare writes that are not on the commit path.</summary>
internal sealed class ParameterSink : IColumnSink
{
    private readonly List<(string Name, object? Value)> _parameters = [];

    public (string Name, object? Value)[] Parameters => [.. _parameters];

    public void Int64(long? value) => Add(value);

    public void Int32(int? value) => Add(value);

    public void Text(string? value) => Add(value);

    public void Instant(DateTimeOffset? value) => Add(value is { } instant ? Instants.Stored(instant) : null);

    public void Flag(bool? value) => Add(value);

    public void Bytes(byte[]? value) => Add(value);

    public void Decimal(decimal? value) => Add(value);

    private void Add(object? value) => _parameters.Add(($"p{_parameters.Count + 1}", value));
}
