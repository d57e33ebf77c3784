namespace Orchestrator.Cases.Desk;

/// <summary>The names by which forms, messages and pasted tables call an <see cref="AttendanceStatus"/>.</summary>
public static class AttendanceStatusName
{
    private static readonly Dictionary<string, AttendanceStatus> s_byName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["presente"] = AttendanceStatus.Present,
        ["assente giustificato"] = AttendanceStatus.AbsentJustified,
        ["assente"] = AttendanceStatus.Absent,
        ["ritardo"] = AttendanceStatus.Late,
        ["parziale"] = AttendanceStatus.Partial,
    };

    /// <summary>All names, in the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_byName.Keys];

    /// <summary>The name of <paramref name="status"/>.</summary>
    public static string Of(AttendanceStatus status) => s_byName.Single(pair => pair.Value == status).Key;

    /// <summary>The status called <paramref name="name"/> (case and outer spaces do not matter), or null.</summary>
    public static AttendanceStatus? Read(string? name) =>
        s_byName.TryGetValue((name ?? "").Trim(), out var status) ? status : null;
}
