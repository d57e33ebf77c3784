namespace Orchestrator.Cases.Desk;

/// <summary>Codes of justified absence: the code only, never a document or a detail.</summary>
public static class AbsenceReason
{
    /// <summary>All codes, in the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "malattia/infortunio", "maternità", "servizio civile/leva", "citazione", "gravi motivi familiari", "limitazione mobilità", "altro impedimento",
    ];
}
