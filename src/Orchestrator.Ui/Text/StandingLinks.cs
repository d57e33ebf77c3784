using System.Globalization;

namespace Orchestrator.Ui.Text;

/// <summary>Addresses of the page that shows where the cases of a process stand.</summary>
public static class StandingLinks
{
    public static string Of(string processId, int? version, string? elementId, int page = 1)
    {
        List<string> query = [];
        if (version is { } number) query.Add(string.Create(CultureInfo.InvariantCulture, $"versione={number}"));
        if (elementId is not null) query.Add("elemento=" + Uri.EscapeDataString(elementId));
        if (page > 1) query.Add(string.Create(CultureInfo.InvariantCulture, $"pagina={page}"));
        return $"/funzionamento/{Uri.EscapeDataString(processId)}" + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }
}
