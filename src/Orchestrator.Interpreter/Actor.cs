using System.Collections.Immutable;

namespace Orchestrator.Interpreter;

/// <summary>Who gives a command: a user name with groups, or a part of the system (<c>system:timers</c>, <c>worker:apl</c>). <see cref="Name"/> is an account name, never a person's tax code or e-mail.</summary>
public sealed record Actor(string Name, ImmutableHashSet<string> Groups)
{
    /// <summary>May act on tasks of any group (a supervisor or the engine's own pumps).</summary>
    public bool Unrestricted { get; init; }

    public static Actor System(string part) => new($"system:{part}", []) { Unrestricted = true };
}
