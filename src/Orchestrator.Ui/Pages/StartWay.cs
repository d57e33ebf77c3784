namespace Orchestrator.Ui.Pages;

/// <summary>A way on from the start page.</summary>
/// <param name="Key">Its words in the catalogue.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Count">How many are there; null where nothing is counted.</param>
public sealed record StartWay(string Key, string Href, int? Count);
