using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Text;

/// <summary>Tasks of a page that stand under one heading.</summary>
/// <param name="Heading">Null when the list is not grouped.</param>
/// <param name="Count">How many stand under it on all pages.</param>
public sealed record InboxGroup(string Id, string? Heading, int Count, IReadOnlyList<TaskSummary> Tasks)
{
    private const int WeekDays = 7;

    /// <summary>The headings in the order of the list, each with its tasks of this page.</summary>
    public static IReadOnlyList<InboxGroup> Of(IStringLocalizer<Words> words, InboxState state, InboxPage list, Visit visit)
    {
        if (list.Sections.Count == 0) return [new("", null, list.Tasks.Count, list.Tasks)];
        var groups = new List<(string Key, List<TaskSummary> Tasks)>();
        foreach (var task in list.Tasks)
        {
            var key = KeyOf(state.Grouping, task, visit.Now);
            if (groups.Count == 0 || groups[^1].Key != key) groups.Add((key, []));
            groups[^1].Tasks.Add(task);
        }
        var sections = list.Sections.ToDictionary(section => section.Key);
        return [.. groups.Select((group, i) => new InboxGroup(
            $"gruppo-{i}", HeadingOf(words, state.Grouping, group.Key, sections.GetValueOrDefault(group.Key)?.Label, visit), sections.GetValueOrDefault(group.Key)?.Count ?? group.Tasks.Count, group.Tasks))];
    }

    private static string KeyOf(InboxGrouping grouping, TaskSummary task, DateTimeOffset now) => grouping switch
    {
        InboxGrouping.Process => task.Case.ProcessId,
        InboxGrouping.Person => task.Assignee ?? "",
        _ when task.DueAt is not { } due => DueSections.Never,
        _ when task.DueAt <= now => DueSections.Overdue,
        _ => (Dates.DueDay(task.DueAt.Value).DayNumber - Dates.DayOf(now).DayNumber) switch
        {
            <= 0 => DueSections.Today,
            <= WeekDays => DueSections.Week,
            _ => DueSections.Later,
        },
    };

    private static string HeadingOf(IStringLocalizer<Words> words, InboxGrouping grouping, string key, string? label, Visit visit) => grouping switch
    {
        InboxGrouping.Person when key.Length == 0 => words["section.nobody"],
        InboxGrouping.Person when key == visit.User?.UserName => words["section.mine"],
        InboxGrouping.Due => words[$"section.{key}"],
        _ => label ?? key,
    };
}
