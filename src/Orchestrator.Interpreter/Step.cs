using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>What an element does with one of its instances: one verb, done whole or, with a <see cref="Failure"/>, not at all.</summary>
internal sealed class Step(Run run, ElementInstance element)
{
    public Run Run => run;

    public ScopeKey Key => element.Key;

    /// <summary>The instance as it is now.</summary>
    public ElementInstance Element => run[element.Key];

    /// <summary>The scope it stands in; a root process has none.</summary>
    public ScopeKey Parent => element.Parent ?? throw new InvariantBrokenException("Expected an enclosing scope, but this is the root.");

    public DeployedProcess Process => run.ProcessOf(element);

    public ProcessGraph Graph => run.GraphOf(element);

    public FeelEnvironment Environment => run.Environment;

    public Failure? Failure { get; private set; }

    public bool Failed => Failure is not null;

    /// <summary>The body of a multi-instance that this is one item of, or null.</summary>
    public ElementInstance? Body => element.Parent is { } parent && run[parent] is { Type: ElementType.MultiInstanceBody } body ? body : null;

    public void Emit(InstanceEvent @event) => run.Emit(@event);

    /// <summary>Drops what this step did and raises an incident; the first reason counts.</summary>
    public void Fail(Failure failure) => Failure ??= failure;

    public void Fail(IncidentKind kind, string message) => Fail(new Failure(kind, message));

    public void Activated() => Emit(new InstanceEvent.ElementActivated(Key));

    /// <summary>Its work is done: at once in the step that activated it, or as a step of its own when it has waited.</summary>
    public void Complete()
    {
        if (Element.Status == ElementStatus.Activating) ElementTable.Complete(this, Element);
        else Scopes.BeginCompleting(run, Key);
    }

    /// <summary>What is visible here; changes of variables after this call are not seen.</summary>
    public VariableScope Variables() => new(run.State, Key);

    /// <summary>Evaluates the inputs in order, each seeing those before it, into variables of this instance alone.</summary>
    public bool MapInputs(ImmutableArray<VariableMapping> mappings)
    {
        if (mappings.IsEmpty) return true;
        if (!Mappings.Evaluate(mappings, Variables(), Environment, FeelContext.Empty).Try(this, out var inputs)) return false;
        Emit(new InstanceEvent.VariablesSet(Key, inputs, VariableCause.InputMapping));
        return true;
    }

    /// <summary>Evaluates the outputs in order and writes them where their names are visible outside, else at the root of the process.</summary>
    public bool MapOutputs(ImmutableArray<VariableMapping> mappings)
    {
        if (mappings.IsEmpty) return true;
        var outside = Mappings.TargetsSeenFrom(mappings, new VariableScope(run.State, Parent));
        if (!Mappings.Evaluate(mappings, Variables(), Environment, outside).Try(this, out var outputs)) return false;
        Writing.Up(run, Parent, outputs, VariableCause.OutputMapping);
        return true;
    }

    /// <summary>Variables that came from outside: local when outputs are declared, which then choose; else written where they are visible.</summary>
    public void Receive(FeelContext variables, ImmutableArray<VariableMapping> outputs, VariableCause cause) =>
        Writing.Receive(run, Key, variables, outputs, cause);

    /// <summary>Ends the instance and sends a token over each of these flows.</summary>
    public void Completed(ImmutableArray<SequenceFlow> flows)
    {
        var parent = Parent;
        Ending.CloseWaits(run, Key);
        Ending.CloseIncidents(run, Key);
        Emit(new InstanceEvent.ElementCompleted(Key));
        foreach (var flow in flows) Flows.Take(run, parent, element.Definition, flow);
        if (flows.IsEmpty) Scopes.PathEnded(run, parent);
        else Scopes.CompleteWhenDone(run, parent);
    }
}
