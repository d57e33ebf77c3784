using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>Where a case stands in plain words: what was done last, what is going on, what comes next.</summary>
/// <param name="Done">The steps of the outermost level that are over, the last first, at most three.</param>
/// <param name="Current">The steps that wait or work now, the innermost ones.</param>
/// <param name="Next">The first step of the outermost level, on the way itself, that was not reached; null at the end.</param>
public sealed record Milestones(IReadOnlyList<TwinStep> Done, IReadOnlyList<TwinStep> Current, TwinStep? Next)
{
    private const int DoneMax = 3;

    /// <summary>Milestones of a text twin.</summary>
    public static Milestones Of(IReadOnlyList<TwinStep> steps)
    {
        var told = steps.Where(step => !step.IsGateway).ToList();
        var done = told.Where(step => step is { Depth: 0, AttachedTo: null, IsNameless: false, Moment.Phase: ElementPhase.Completed })
            .OrderByDescending(step => step.Moment!.At)
            .Take(DoneMax)
            .ToList();
        var current = told.Where((step, index) => IsCurrent(step) && !HoldsCurrent(told, index)).ToList();
        var lastReached = told.FindLastIndex(step => step is { Depth: 0, Moment: not null });
        var next = told.Skip(lastReached + 1).FirstOrDefault(step => step is { Depth: 0, Moment: null, AttachedTo: null, IsAside: false, IsNameless: false });
        return new(done, current, next);
    }

    private static bool IsCurrent(TwinStep step) =>
        step.Moment?.Phase is ElementPhase.Active or ElementPhase.Incident && step.AttachedTo is null && !step.Kind.StartsWith("startEvent", StringComparison.Ordinal);

    private static bool HoldsCurrent(List<TwinStep> steps, int index)
    {
        for (var inner = index + 1; inner < steps.Count && steps[inner].Depth > steps[index].Depth; inner++)
        {
            if (IsCurrent(steps[inner]))
                return true;
        }

        return false;
    }
}
