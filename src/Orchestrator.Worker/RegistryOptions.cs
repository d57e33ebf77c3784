using System.Net.Http.Headers;
using System.Text;

namespace Orchestrator.Worker;

/// <summary>Section <c>Registry</c>: where an agency of its own finds the case registry, and the service account it asks with.</summary>
public sealed class RegistryOptions
{
    public const string Section = "Registry";

    public Uri? Url { get; set; }

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Points a client at the registry and gives it the account.</summary>
    public void Configure(HttpClient client)
    {
        client.BaseAddress = Url;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
    }
}
