using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>What the address of the waiting lists says; no person is in it.</summary>
public sealed record WaitState(string? Centre, string? Kind, string? Crisis, bool WithNames)
{
    public const string Path = "/incontri/attesa";

    /// <summary>Reads the parameters of an address; what is empty is left out.</summary>
    public static WaitState Of(string? centre, string? kind, string? crisis, string? names) => new(TextOf(centre), TextOf(kind), TextOf(crisis), names is not null);

    public WaitQuery Query => new(Centre, Kind, Crisis, WithNames);

    public string Url
    {
        get
        {
            List<(string Name, string? Value)> parts = [("centro", Centre), ("tipo", Kind), ("crisi", Crisis), ("nomi", WithNames ? "1" : null)];
            var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
            return query.Length == 0 ? Path : Path + "?" + query;
        }
    }

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
