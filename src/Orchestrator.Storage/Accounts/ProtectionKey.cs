namespace Orchestrator.Storage.Accounts;

/// <summary>A key of ASP.NET Core data protection, as XML: kept here so that cookies and forms survive a restart and are valid on every node.</summary>
internal sealed class ProtectionKey
{
    public long Id { get; set; }

    public string? Name { get; set; }

    public required string Xml { get; set; }
}
