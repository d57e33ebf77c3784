using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Commands;

/// <summary>Which variables a correction has changed so far, and where each stands: a name may be one fact in a process and another, or a copy of it, in a process that it called.</summary>
internal sealed class CorrectedFacts
{
    private readonly HashSet<(string Name, ScopeKey Scope)> _facts = [];

    public void Add(string name, ScopeKey scope) => _facts.Add((name, scope));

    /// <summary>The variable of this name that is seen here is one of those that changed.</summary>
    public bool Sees(VariableScope variables, string name) => variables.HolderOf(name) is { } holder && _facts.Contains((name, holder.Key));
}
