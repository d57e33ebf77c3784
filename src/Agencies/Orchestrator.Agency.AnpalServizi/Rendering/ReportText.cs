namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>Which report is rendered.</summary>
internal sealed record ReportText(string Id, string Crisis, string Period)
{
    public string Title => $"Relazione sugli esiti – crisi {Crisis}, periodo {Period}";
}
