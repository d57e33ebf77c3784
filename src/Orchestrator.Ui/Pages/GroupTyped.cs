using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Text;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Pages;

/// <summary>What was typed into the form of a group, so that a refused one is shown again as it was.</summary>
public sealed record GroupTyped(IReadOnlyList<string> Cases, string? Day, string? Hour, string? Minutes, string? Capacity, string? VenueType, string? Venue)
{
    public const string CaseField = "pratica";

    private static readonly GroupTyped s_empty = new([], null, null, "120", null, "CPI", null);

    /// <summary>A form that nobody has typed into.</summary>
    public static GroupTyped Empty => s_empty;

    public static GroupTyped Of(IFormCollection form) =>
        new([.. form[CaseField].OfType<string>()], form.Text("startsAt"), form.Text("ora"), form.Text("minutes"), form.Text("capacity"), form.Text("venueType"), form.Text("venue"));

    /// <summary>The group; figures that cannot be read are out of range, and an unreadable day or hour is none.</summary>
    public NewGroup For(WaitState state) => new(
        state.Centre ?? "", state.Kind ?? "", state.Crisis ?? "", Cases, StartsAt, NumberOf(Minutes), NumberOf(Capacity), VenueType ?? "", Venue ?? "");

    private DateTimeOffset? StartsAt =>
        DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && TimeOnly.TryParseExact(Hour, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? Dates.At(day, hour)
            : null;

    private static int NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
