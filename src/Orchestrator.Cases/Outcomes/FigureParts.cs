using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Outcomes;

/// <summary>Figures are put together from parts that come from different tables.</summary>
internal static class FigureParts
{
    public static CaseFigures With(this CaseFigures figures, Func<CaseFigures, CaseFigures> part) => part(figures);
}
