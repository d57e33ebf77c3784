using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Commands;

/// <summary>
/// What a called process was given, on corrected facts: the inputs of its call that read one of them are evaluated again, and what was copied along is copied again.
/// A called process sees no variable of its caller, so that a correction reaches it in no other way (docs/timers.md).
/// </summary>
/// <param name="run">The decision under way.</param>
/// <param name="before">The state before the correction.</param>
/// <param name="facts">What has changed so far; what is written here is added.</param>
internal sealed class CalledInputs(Run run, InstanceState before, CorrectedFacts facts)
{
    /// <summary>Writes into the called process what differs now.</summary>
    public Rejection? PassOn(ElementInstance called)
    {
        var call = run[called.Parent ?? throw new InvariantBrokenException("Expected a called process to stand in its call.")];
        var node = (CallActivityNode)run.NodeOf(call);
        var mapped = MapAgain(node, call);
        if (mapped.Failure is { } failure) return new(RejectionReason.Invalid, $"Expected the corrected facts to give the call '{node.Id}' its inputs, but they do not. {failure.Message}");

        Write(call, mapped.Value!);
        Write(called, Differing(called, mapped.Value!).With(CopiedAgain(node, call.Key, called, mapped.Value!)));
        return null;
    }

    private void Write(ElementInstance scope, FeelContext variables)
    {
        Writing.Here(run, scope.Key, variables, VariableCause.Correction);
        foreach (var name in variables.Names) facts.Add(name, scope.Key);
    }

    /// <summary>The inputs whose value is another now. One that reads nothing corrected keeps its value, whatever else has changed since the call.</summary>
    private Result<FeelContext> MapAgain(CallActivityNode node, ElementInstance call)
    {
        // The call holds copies under the names of its inputs, which were not there when the inputs were evaluated.
        var outside = new VariableScope(run.State, call.Parent!.Value) { Local = OwnOf(node, call) };
        var current = call.Variables;
        var again = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in node.Inputs)
        {
            var root = Paths.RootOf(mapping.Target);
            if (mapping.Source is BpmnValue.Computed computed && computed.Expression.FreeNames.Any(name => again.Contains(name) || !outside.Local.Contains(name) && facts.Sees(outside, name)))
            {
                var value = Expressions.Value(mapping.Source, outside, run.Environment, IncidentKind.IoMappingError, $"the value of '{mapping.Target}'");
                if (value.Failure is { } failure) return failure;
                current = Paths.Set(current, mapping.Target, Storable.Of(value.Value!));
                again.Add(root);
            }
            if (current.TryGet(root, out var made)) outside.Local = outside.Local.With(root, made);
        }
        return Differing(call, FeelContext.Of([.. again.Order(StringComparer.Ordinal).Select(name => (name, current[name]))]));
    }

    // An item of a multi-instance had its counter and its item before its inputs.
    private FeelContext OwnOf(CallActivityNode node, ElementInstance call)
    {
        if (call.LoopCounter is not { } counter || run[call.Parent!.Value].MultiInstance is not { } multi) return FeelContext.Empty;
        var own = FeelContext.Of(("loopCounter", FeelValue.Of(counter)));
        return node.MultiInstance?.InputElement is { } name ? own.With(name, multi.Items[counter - 1]) : own;
    }

    /// <summary>Copies of corrected variables. One to which the called process has given another value since is its own by now, and stays.</summary>
    private FeelContext CopiedAgain(CallActivityNode node, ScopeKey call, ElementInstance called, FeelContext mapped)
    {
        var (now, then) = (new VariableScope(run.State, call), new VariableScope(before, call));
        var again = FeelContext.Empty;
        foreach (var (name, value) in (node.PropagateAllParent ? now.All() : run[call].Variables).Entries)
        {
            if (mapped.Contains(name) || !facts.Sees(now, name)) continue;
            var has = called.Variables.TryGet(name, out var copy);
            var had = then.TryGet(name, out var old);
            if (has == had && (!has || copy!.Equals(old)) && !value.Equals(copy)) again = again.With(name, value);
        }
        return again;
    }

    private static FeelContext Differing(ElementInstance scope, FeelContext variables)
    {
        var differing = FeelContext.Empty;
        foreach (var (name, value) in variables.Entries)
            if (!scope.Variables.TryGet(name, out var has) || !has.Equals(value)) differing = differing.With(name, value);
        return differing;
    }
}
