using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// Multi-instance (BPMN 2.0.2, clause 13.3.6): the body reads the collection and holds one instance of the activity for each item, all at once or one after the other.
/// Parallel bodies begin in batches; what is left over is asked for by a continuation. Boundary events sit on the body, mappings on the items.
/// </summary>
internal sealed class MultiInstanceBody : Element<ActivityNode>
{
    // Items begun before the others get their turn; small enough that work without waits is cut off in time.
    private const int Chunk = 32;

    public override void Activate(ActivityNode node, Step step)
    {
        if (!Expressions.Value(Characteristics(node).InputCollection, step.Variables(), step.Environment, IncidentKind.ExtractValueError, "the input collection").Try(step, out var value)) return;
        if (value is not FeelList items)
        {
            step.Fail(IncidentKind.ExtractValueError, $"Expected the input collection of '{node.Id}' to be a list, but found {value.TypeName}.");
            return;
        }
        if (items.Count > Limits.MultiInstanceItemsMax)
        {
            step.Fail(IncidentKind.ExtractValueError, string.Create(CultureInfo.InvariantCulture, $"Expected at most {Limits.MultiInstanceItemsMax} items for '{node.Id}', but found {items.Count}."));
            return;
        }
        if (!Arming.OpenBoundary(step, node)) return;
        step.Emit(new InstanceEvent.MultiInstanceStarted(step.Key, (FeelList)Storable.Of(items), Characteristics(node).Sequential));
        step.Activated();
        if (items.Count == 0) step.Complete();
        else step.Run.Enqueue(step.Key);
    }

    /// <summary>Begins the next items: one when sequential, else as many as fit into this command.</summary>
    public static void Proceed(Step step)
    {
        if (!IsUnfinished(step.Element)) return;
        var run = step.Run;
        var multi = step.Element.MultiInstance!;
        var room = multi.Sequential ? 1 : Math.Min(Chunk, Limits.MultiInstanceBatch - run.BodiesActivated);
        if (room <= 0 || run.ShouldPause)
        {
            step.Emit(new InstanceEvent.ContinuationRequested(step.Key));
            return;
        }

        var node = (ActivityNode)run.NodeOf(step.Element);
        var last = Math.Min(multi.Items.Count, multi.Activated + room);
        for (var index = multi.Activated; index < last; index++) BeginItem(node, step, multi.Items[index], index + 1);
        run.BodiesActivated += last - multi.Activated;
        if (!multi.Sequential && last < multi.Items.Count) run.Enqueue(step.Key);
    }

    /// <summary>Items are still to be begun, and it is not one under way that holds them up.</summary>
    public static bool IsUnfinished(ElementInstance body) =>
        body is { Status: ElementStatus.Active, MultiInstance: { } multi } && multi.Activated < multi.Items.Count && (!multi.Sequential || body.Children == 0);

    private static void BeginItem(ActivityNode node, Step body, FeelValue item, int loopCounter)
    {
        var key = Scopes.Enter(body.Run, body.Key, body.Element.Definition, node.Id, ElementTypes.Of(node), loopCounter);
        var local = FeelContext.Of(("loopCounter", FeelValue.Of(loopCounter)));
        if (Characteristics(node).InputElement is { } name) local = local.With(name, item);
        body.Emit(new InstanceEvent.VariablesSet(key, local, VariableCause.MultiInstance));
    }

    /// <summary>One item has done its work: keeps its output and tests whether the whole is complete before its time.</summary>
    public static void ItemCompleted(ActivityNode node, ElementInstance body, Step item)
    {
        var characteristics = Characteristics(node);
        FeelValue? output = null;
        if (characteristics.OutputElement is { } expression)
        {
            if (!Expressions.Value(expression, item.Variables(), item.Environment, IncidentKind.ExtractValueError, "the output element").Try(item, out var value)) return;
            output = Storable.Of(value);
        }
        if (!IsComplete(characteristics, body, item, out var complete)) return;

        var run = item.Run;
        var loopCounter = item.Element.LoopCounter ?? throw new InvariantBrokenException("Expected an item of a multi-instance to have a loop counter.");
        Ending.CloseWaits(run, item.Key);
        Ending.CloseIncidents(run, item.Key);
        run.Emit(new InstanceEvent.MultiInstanceItemCompleted(body.Key, loopCounter, output));
        run.Emit(new InstanceEvent.ElementCompleted(item.Key));
        if (complete)
        {
            Ending.TerminateInside(run, body.Key, TerminationCause.CompletionCondition);
            Scopes.BeginCompleting(run, body.Key);
        }
        else Continue(run, run[body.Key]);
    }

    private static void Continue(Run run, ElementInstance body)
    {
        var multi = body.MultiInstance!;
        if (multi.Activated == multi.Items.Count && body.Children == 0) Scopes.BeginCompleting(run, body.Key);
        else if (multi.Sequential) run.Enqueue(body.Key);
    }

    private static bool IsComplete(MultiInstance characteristics, ElementInstance body, Step item, out bool complete)
    {
        complete = false;
        if (characteristics.CompletionCondition is not { } condition) return true;
        var multi = body.MultiInstance!;
        var variables = item.Variables();
        variables.Local = FeelContext.Of(
            ("numberOfInstances", FeelValue.Of(multi.Items.Count)),
            ("numberOfActiveInstances", FeelValue.Of(body.Children - 1)),
            ("numberOfCompletedInstances", FeelValue.Of(multi.Completed + 1)),
            ("numberOfTerminatedInstances", FeelValue.Of(0)));
        var value = condition.Evaluate(variables, item.Environment).Value;
        if (value is not FeelBoolean holds)
        {
            item.Fail(IncidentKind.ExtractValueError, $"Expected the completion condition to give true or false, but it gave {value.TypeName}.");
            return false;
        }
        complete = holds.Value;
        return true;
    }

    public override void Complete(ActivityNode node, Step step)
    {
        var multi = step.Element.MultiInstance ?? throw new InvariantBrokenException("Expected a multi-instance body to have read its collection.");
        if (Characteristics(node).OutputCollection is { } name)
        {
            var outputs = Enumerable.Range(1, multi.Items.Count).Select(index => multi.Outputs.GetValueOrDefault(index, FeelNull.Instance));
            Writing.Up(step.Run, step.Parent, FeelContext.Of((name, FeelList.From(outputs))), VariableCause.MultiInstance);
        }
        if (Flows.ChooseAll(step, node, node.DefaultFlow, out var chosen)) step.Completed(chosen);
    }

    private static MultiInstance Characteristics(ActivityNode node) =>
        node.MultiInstance ?? throw new InvariantBrokenException($"Expected '{node.Id}' to be a multi-instance.");
}
