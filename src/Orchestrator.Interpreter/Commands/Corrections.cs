using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Commands;

/// <summary>Facts that were wrong and are put right: the variables, what scripts derived from them, what called processes were given of them, and every timer whose expression read one of them (docs/timers.md).</summary>
internal static class Corrections
{
    public static Rejection? Correct(Run run, Command.CorrectVariables command)
    {
        if (run.Find(command.Scope) is null) return new(RejectionReason.NotFound, $"Expected a living scope {command.Scope}, but there is none.");
        if (command.Variables.Count == 0) return new(RejectionReason.Invalid, "Expected at least one variable to correct, but there is none.");
        if (string.IsNullOrWhiteSpace(command.Reason)) return new(RejectionReason.Invalid, "Expected a reason for the correction, but it is empty.");
        if (VariableRules.WhyNotAccept(command.Variables) is { } rejection) return rejection;

        var before = run.State;
        var facts = new CorrectedFacts();
        run.Emit(new InstanceEvent.VariablesCorrected(command.Scope, [.. command.Variables.Names], command.Reason));
        foreach (var (name, place) in Writing.Up(run, command.Scope, command.Variables, VariableCause.Correction)) facts.Add(name, place);
        return Follow(run, new CalledInputs(run, before, facts), facts) ?? new TimerCorrection(run, facts, command.Reason).Apply();
    }

    // A called process has come to be after its caller: in the order of the keys each has its inputs before what is derived from them, and before its own calls.
    private static Rejection? Follow(Run run, CalledInputs inputs, CorrectedFacts facts)
    {
        foreach (var process in run.State.Elements.Values.Where(element => element.Type == ElementType.Process).ToList())
        {
            if (process.Parent is not null && inputs.PassOn(process) is { } rejection) return rejection;
            if (Derive(run, process, facts) is { } refused) return refused;
        }
        return null;
    }

    // What a derived script gave is evaluated again when something it read has changed, and then what was derived from that; each result is written once it differs.
    private static Rejection? Derive(Run run, ElementInstance process, CorrectedFacts facts)
    {
        var scripts = run.GraphOf(process).Nodes.OfType<ScriptTaskNode>().Where(node => node is { Derived: true, Script: not null, ResultVariable: not null }).ToList();

        // A chain is at most as long as there are scripts; scripts that read each other's results in a circle come to an end all the same.
        for (var pass = 0; pass < scripts.Count; pass++)
        {
            var written = false;
            foreach (var script in scripts)
            {
                var derived = DeriveOne(run, process.Key, script, facts);
                if (derived.Failure is { } failure) return new(RejectionReason.Invalid, $"Expected the corrected facts to give '{script.Id}' a result, but they do not. {failure.Message}");
                written |= derived.Value;
            }
            if (!written) break;
        }
        return null;
    }

    private static Result<bool> DeriveOne(Run run, ScopeKey process, ScriptTaskNode script, CorrectedFacts facts)
    {
        var variables = new VariableScope(run.State, process);
        var name = script.ResultVariable!;
        if (!variables.TryGet(name, out var old) || !script.Script!.FreeNames.Any(read => facts.Sees(variables, read))) return false;
        var result = Expressions.Value(script.Script, variables, run.Environment, IncidentKind.ExtractValueError, $"the script of '{script.Id}'");
        if (result.Failure is { } failure) return failure;
        var value = Storable.Of(result.Value!);
        if (value.Equals(old)) return false;
        foreach (var (written, place) in Writing.Up(run, process, FeelContext.Of((name, value)), VariableCause.Correction)) facts.Add(written, place);
        return true;
    }
}
