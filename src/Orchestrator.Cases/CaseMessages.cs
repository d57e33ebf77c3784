using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases;

/// <summary>Messages to the processes of cases, kept as notices in the transaction of the fact they tell.</summary>
internal static class CaseMessages
{
    private static readonly TimeSpan s_lives = TimeSpan.FromDays(30);
    private static readonly TimeZoneInfo s_rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The notice that has <paramref name="name"/> told to the process of <paramref name="caseId"/>.</summary>
    public static Notice About(Guid id, string name, string caseId, JsonObject variables, string actor, DateTimeOffset now)
    {
        variables["case"] = caseId;
        return new(id, NoticeKind.ProcessMessage, caseId, actor, new ProcessMessage(name, caseId, s_lives, variables.ToJsonString()).Write(), now);
    }

    /// <summary>The notice of a message without variables that reaches only who waits when it is told.</summary>
    public static Notice Now(Guid id, string name, string caseId, string actor, DateTimeOffset now) =>
        new(id, NoticeKind.ProcessMessage, caseId, actor, new ProcessMessage(name, caseId, TimeSpan.Zero, "{}").Write(), now);

    /// <summary>Keeps a notice whose fact is entered once by other means (the state of its import), without asking whether it is kept already.</summary>
    public static void AddNew(CasesContext context, Notice notice) =>
        context.Notices.Add(new OpenNotice
        {
            Id = notice.Id, Kind = notice.Kind, Subject = notice.Subject, Actor = notice.Actor, Content = notice.Content, NotedAt = notice.NotedAt,
        });

    /// <summary>An instant as messages write it: ISO, with the offset of Rome.</summary>
    public static string Iso(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, s_rome).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A day as messages write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
