using System.Text.Json.Nodes;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Outcomes;

/// <summary>What the process of a case is told of an employment notice.</summary>
internal static class EmploymentMessages
{
    private const int MonthsForSuccess = 6;

    /// <summary>The notice that has <c>EmploymentNotice</c> told. <paramref name="since"/> is the first day of the relation, which an extension continues.</summary>
    public static Notice NoticeOf(Guid id, string caseId, EmploymentNotice notice, DateOnly since, string actor, DateTimeOffset now) =>
        CaseMessages.About(
            id, "EmploymentNotice", caseId,
            new JsonObject
            {
                ["kind"] = notice.Kind == EmploymentNoticeKind.Termination ? "termination" : "hire",
                ["contract"] = EmploymentNames.Of(notice.Contract),
                ["from"] = CaseMessages.Iso(since),
                ["to"] = notice.EndsOn is { } last ? CaseMessages.Iso(last) : null,
                ["sixMonths"] = LastsSixMonths(since, notice.EndsOn),
            },
            actor, now);

    /// <summary>Whether a relation from <paramref name="first"/> to <paramref name="last"/> (null: without end) lasts six months or more, counted by the calendar.</summary>
    public static bool LastsSixMonths(DateOnly first, DateOnly? last) => last is null || last >= first.AddMonths(MonthsForSuccess).AddDays(-1);
}
