namespace Orchestrator.Server.V2;

/// <summary>There is one tenant; its name is the one that Camunda's clients send by default.</summary>
internal static class Tenants
{
    public const string Only = "<default>";

    /// <exception cref="InvalidRequestException">Another tenant is named.</exception>
    public static void Check(string? tenant, string field = "tenantId")
    {
        if (tenant is not (null or "" or Only)) throw new InvalidRequestException(field, $"Expected the tenant {Only}: there is no other.");
    }
}
