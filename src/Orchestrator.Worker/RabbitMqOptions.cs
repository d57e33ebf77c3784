namespace Orchestrator.Worker;

/// <summary>Section <c>Bus</c> of the configuration. With no <see cref="Host"/> the in-memory transport is used inside the server; an agency of its own must have one.</summary>
public sealed class RabbitMqOptions
{
    public const string Section = "Bus";

    public string? Host { get; set; }

    public ushort Port { get; set; } = 5672;

    public string VirtualHost { get; set; } = "/";

    public string User { get; set; } = "guest";

    public string Password { get; set; } = "guest";
}
