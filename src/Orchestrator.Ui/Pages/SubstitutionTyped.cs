using System.Globalization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>What somebody typed into the form of an absence, to be shown again.</summary>
public sealed record SubstitutionTyped(string? Person, string? FirstDay, string? LastDay, string? Substitute)
{
    public static SubstitutionTyped Empty { get; } = new(null, null, null, null);

    /// <summary>The absence; a day that cannot be read is missing.</summary>
    public NewSubstitution Absence => new(Person!, Day(FirstDay), Day(LastDay), Substitute);

    /// <summary>A day as a date field sends it, or null.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
