using System.Globalization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>Where a deadline is worked on: its task, or the case of its term.</summary>
public static class DeadlineLinks
{
    public static string Of(DeadlineView deadline) => deadline.Kind == DeadlineKind.Task
        ? string.Create(CultureInfo.InvariantCulture, $"/attivita/{deadline.Key}")
        : string.Create(CultureInfo.InvariantCulture, $"/pratiche/{deadline.Case.InstanceKey}");
}
