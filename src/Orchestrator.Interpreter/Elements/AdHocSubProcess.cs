using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// Ad-hoc sub-process (BPMN 2.0.2, clause 13.3.5): a scope whose elements begin when they are chosen, on entry by an expression and later by people. Each choice begins a path of its own
/// (<see cref="AdHocPath"/>). Whenever a path has ended it is asked whether the whole is done: by the condition, else when nothing is active any more.
/// </summary>
internal sealed class AdHocSubProcess : Activity<AdHocSubProcessNode>
{
    public override void Activate(AdHocSubProcessNode node, Step step)
    {
        if (!Begin(node, step) || !Arming.OpenEventSubProcesses(step, node.Id)) return;
        if (!Expressions.Texts(node.StarterGroups, step.Variables(), step.Environment, "the groups that may choose").Try(step, out var groups)) return;
        if (!ChosenOnEntry(node, step, out var chosen)) return;

        step.Emit(new InstanceEvent.AdHocOpened(step.Key, groups, node.ActiveElements is null));
        if (node.OutputCollection is { } collected) Writing.Here(step.Run, step.Key, FeelContext.Of((collected, FeelList.From([]))), VariableCause.AdHoc);
        step.Activated();
        if (chosen.IsEmpty)
        {
            // No path will end and bring the question up: it is asked once on entry.
            step.Run.Enqueue(step.Key);
            return;
        }
        step.Emit(new InstanceEvent.AdHocElementsActivated(step.Key, [.. chosen.Select(element => element.Id)]));
        foreach (var element in chosen) AdHocPath.Enter(step.Run, step.Element, element, FeelContext.Empty);
    }

    private static bool ChosenOnEntry(AdHocSubProcessNode node, Step step, out ImmutableArray<FlowNode> chosen)
    {
        chosen = [];
        if (node.ActiveElements is not { } expression) return true;
        if (!Expressions.Value(expression, step.Variables(), step.Environment, IncidentKind.ExtractValueError, "the elements to activate").Try(step, out var value)) return false;
        if (value is not FeelList list || !list.Items.All(item => item is FeelString))
        {
            step.Fail(IncidentKind.ExtractValueError, $"Expected the elements to activate in '{node.Id}' to be a list of texts, but found {(value is FeelList ? "a list of other values" : value.TypeName)}.");
            return false;
        }
        var activatable = step.Graph.ActivatableIn(node.Id).ToDictionary(element => element.Id.Value, StringComparer.Ordinal);
        var names = list.Items.Select(item => ((FeelString)item).Value).Distinct(StringComparer.Ordinal).ToList();
        if (names.Exists(name => !activatable.ContainsKey(name)))
        {
            step.Fail(IncidentKind.ExtractValueError, $"Expected the elements to activate in '{node.Id}' to be of {string.Join(", ", activatable.Keys)}, but found another.");
            return false;
        }
        chosen = [.. names.Select(name => activatable[name])];
        return true;
    }

    /// <summary>Is it done? Asked on entry when nothing was chosen, and whenever a path inside has ended.</summary>
    public static void Proceed(Step step)
    {
        var node = (AdHocSubProcessNode)step.Run.NodeOf(step.Element);
        var element = step.Element;
        var idle = element is { Children: 0, WaitingTokens: 0 };

        // What an interrupting event sub-process has ended cannot be chosen any more: its own end is the end of the whole.
        if (element.InterruptedByEvent || node.CompletionCondition is null)
        {
            if (idle && (element.InterruptedByEvent || element.AdHoc is { Waits: false })) Scopes.BeginCompleting(step.Run, step.Key);
            return;
        }
        if (!Holds(node.CompletionCondition, step, out var holds) || !holds || !idle && !node.CancelRemaining) return;
        Ending.TerminateInside(step.Run, step.Key, TerminationCause.CompletionCondition);
        Scopes.BeginCompleting(step.Run, step.Key);
    }

    private static bool Holds(FeelExpression condition, Step step, out bool holds)
    {
        var value = condition.Evaluate(step.Variables(), step.Environment).Value;
        holds = value is FeelBoolean { Value: true };
        if (value is FeelBoolean) return true;
        step.Fail(IncidentKind.ExtractValueError, $"Expected the completion condition of '{step.Element.Element}' to give true or false, but it gave {value.TypeName}.");
        return false;
    }

    public override void Complete(AdHocSubProcessNode node, Step step)
    {
        // With outputs these choose what leaves, and see the collection here.
        if (node.OutputCollection is { } name && node.Outputs.IsEmpty && step.Element.Variables.TryGet(name, out var collected))
            Writing.Up(step.Run, step.Parent, FeelContext.Of((name, collected)), VariableCause.AdHoc);
        base.Complete(node, step);
    }
}
