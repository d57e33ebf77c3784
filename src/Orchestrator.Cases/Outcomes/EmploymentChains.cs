using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Outcomes;

/// <summary>
/// Employment relations, pieced together from their notices: a hire, what extended or transformed it with the same employer, and what ended it. The length of a
/// relation counts from the hire, also through extensions.
/// </summary>
internal sealed class EmploymentChains
{
    private readonly Dictionary<(Guid Worker, string Employer), List<EmploymentNotice>> _notices = [];

    /// <summary>A relation as its notices leave it.</summary>
    /// <param name="LastDay">Null while it has no end.</param>
    internal sealed record Relation(string Employer, DateOnly FirstDay, DateOnly? LastDay, EmploymentContract Contract)
    {
        /// <summary>Whether it exists on <paramref name="day"/>.</summary>
        public bool Covers(DateOnly day) => FirstDay <= day && (LastDay is null || LastDay >= day);

        /// <summary>Whether it lasts six months or more, or has no end.</summary>
        public bool LastsSixMonths => EmploymentMessages.LastsSixMonths(FirstDay, LastDay);
    }

    /// <summary>Those of one person.</summary>
    public static Task<EmploymentChains> ReadAsync(CasesContext context, Guid worker, CancellationToken cancellation) =>
        ReadAsync(context.EmploymentNotices.Where(row => row.WorkerId == worker), cancellation);

    /// <summary>Those that these notices tell of.</summary>
    public static async Task<EmploymentChains> ReadAsync(IQueryable<EmploymentNotice> notices, CancellationToken cancellation)
    {
        var chains = new EmploymentChains();
        foreach (var notice in await notices.AsNoTracking().ToListAsync(cancellation))
            chains.Add(notice);
        return chains;
    }

    public void Add(EmploymentNotice notice)
    {
        var key = (notice.WorkerId, notice.EmployerTaxCode);
        if (!_notices.TryGetValue(key, out var list))
            _notices[key] = list = [];
        list.Add(notice);
    }

    /// <summary>The first day of the relation that <paramref name="notice"/> is about.</summary>
    public DateOnly StartOf(EmploymentNotice notice) =>
        Relations(notice.WorkerId).Where(relation => relation.Employer == notice.EmployerTaxCode && relation.FirstDay <= notice.StartsOn)
            .Select(relation => relation.FirstDay).DefaultIfEmpty(notice.StartsOn).Max();

    /// <summary>The relations of a person, the earliest first.</summary>
    public IReadOnlyList<Relation> Relations(Guid worker)
    {
        var all = new List<Relation>();
        foreach (var ((person, employer), notices) in _notices)
        {
            if (person == worker)
                all.AddRange(RelationsWith(employer, notices));
        }
        return [.. all.OrderBy(relation => relation.FirstDay).ThenBy(relation => relation.Employer, StringComparer.Ordinal)];
    }

    // Sent late or out of order, notices are read by the days they tell, hires first.
    private static List<Relation> RelationsWith(string employer, List<EmploymentNotice> notices)
    {
        var relations = new List<Relation>();
        foreach (var notice in notices.OrderBy(row => row.Kind == EmploymentNoticeKind.Hire ? 0 : row.Kind == EmploymentNoticeKind.Termination ? 2 : 1).ThenBy(row => row.StartsOn).ThenBy(row => row.EndsOn ?? DateOnly.MaxValue))
        {
            var at = notice.Kind == EmploymentNoticeKind.Hire ? -1 : relations.FindLastIndex(relation => relation.FirstDay <= notice.StartsOn);
            switch (notice.Kind)
            {
                case EmploymentNoticeKind.Termination when at >= 0:
                    relations[at] = relations[at] with { LastDay = notice.EndsOn ?? notice.StartsOn };
                    break;
                case EmploymentNoticeKind.Termination:
                    break;
                default:
                    if (at >= 0)
                        relations[at] = relations[at] with { LastDay = notice.EndsOn, Contract = notice.Contract };
                    else
                        relations.Add(new(employer, notice.StartsOn, notice.EndsOn, notice.Contract));
                    break;
            }
        }
        return relations;
    }
}
