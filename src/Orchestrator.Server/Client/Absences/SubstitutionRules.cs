using System.Globalization;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Accounts;

namespace Orchestrator.Server.Client.Absences;

/// <summary>Do the days and the substitute of an absence fit? What does not is told field by field, with what was found.</summary>
internal static class SubstitutionRules
{
    /// <param name="colleagues">Who does tasks.</param>
    /// <param name="standing">Absences that touch the days, of whomever.</param>
    /// <param name="mayRead">Whose absences the user may read: of others it is not told on which days they are absent.</param>
    public static IReadOnlyList<FieldError> WhyNot(
        NewSubstitution wanted, DateOnly today, IReadOnlyList<Colleague> colleagues, IReadOnlyList<Substitution> standing, Func<string, bool> mayRead)
    {
        if (wanted is not { FirstDay: { } first, LastDay: { } last })
            return [.. Missing(SubstitutionFields.FirstDay, wanted.FirstDay), .. Missing(SubstitutionFields.LastDay, wanted.LastDay)];
        var errors = new List<FieldError>();
        if (WhyNotDays(first, last, today) is { } days) errors.Add(days);
        else if (standing.FirstOrDefault(one => one.Person == wanted.Person && one.Touches(first, last)) is { } own) errors.Add(Overlap(own));
        if (wanted.Substitute is { } substitute && WhyNotSubstitute(wanted.Person, substitute, colleagues) is { } wrong) errors.Add(wrong);
        else if (standing.FirstOrDefault(one => one.Person == wanted.Substitute && one.Touches(first, last)) is { } absent) errors.Add(Absent(absent, colleagues, mayRead));
        return errors;
    }

    /// <summary>Two absences of one person have a day in common.</summary>
    public static FieldError Overlap(Substitution found) =>
        new(SubstitutionFields.FirstDay, "absenceOverlap", $"Expected days without another absence of the same person, but there is one on {DaysOf(found)}: end or revoke it first.") { Limit = DaysOf(found) };

    private static FieldError[] Missing(string field, DateOnly? day) => day is null ? [new(field, "required", "Expected a day.")] : [];

    private static FieldError? WhyNotDays(DateOnly first, DateOnly last, DateOnly today)
    {
        if (last < first) return new(SubstitutionFields.LastDay, "absenceOrder", "Expected a last day that is not before the first one.");
        if (last < today) return new(SubstitutionFields.LastDay, "absencePast", $"Expected a last day from {Day(today)} on: an absence that is over has no effect.") { Limit = Day(today) };
        return last.DayNumber - first.DayNumber < Substitution.DaysMax
            ? null
            : new(SubstitutionFields.LastDay, "absenceLong", $"Expected at most a year, {Substitution.DaysMax} days.") { Limit = Substitution.DaysMax.ToString(CultureInfo.InvariantCulture) };
    }

    private static FieldError? WhyNotSubstitute(string absent, string substitute, IReadOnlyList<Colleague> colleagues)
    {
        if (substitute == absent) return Wrong("substituteSelf", "Expected somebody else than the absent person.", null);
        if (colleagues.FirstOrDefault(one => one.UserName == substitute) is not { } found) return Wrong("substituteUnknown", $"Expected an account that does tasks, but {substitute} is none.", null);
        return colleagues.Any(one => one.UserName == absent && one.Groups.Any(found.Groups.Contains))
            ? null
            : Wrong("substituteGroup", $"Expected somebody of a group of the absent person, but {found.DisplayName} is in none of them.", found.DisplayName);
    }

    private static FieldError Absent(Substitution found, IReadOnlyList<Colleague> colleagues, Func<string, bool> mayRead)
    {
        var name = colleagues.First(one => one.UserName == found.Person).DisplayName;
        var told = mayRead(found.Person) ? $"{name}: {DaysOf(found)}" : name;
        return Wrong("substituteAbsent", $"Expected somebody who is here on these days, but is absent: {told}.", told);
    }

    private static FieldError Wrong(string code, string message, string? limit) => new(SubstitutionFields.Substitute, code, message) { Limit = limit };

    // As people of the office write days, in both languages.
    private static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private static string DaysOf(Substitution one) => one.FirstDay == one.LastDay ? Day(one.FirstDay) : $"{Day(one.FirstDay)} – {Day(one.LastDay)}";
}
