using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;

namespace Orchestrator.Interpreter.Tests.Migrating;

/// <summary>An instance of the first of some processes, which are versions of each other, and its way to the second.</summary>
internal sealed class Moving : Play
{
    private readonly World _world;

    public Moving(ProcessGraph[] graphs, string variables) : this(TestWorld.Of(graphs)) => Start(variables);

    private Moving(World world) : base(world) => _world = world;

    public static Moving From(ProcessBuilder source, ProcessBuilder target, string variables = "{key: \"k\"}") => new([source.Build(), target.Build()], variables);

    /// <summary>Migrates to the second version with pairs written <c>old&gt;new</c>. A rehearsal says so first.</summary>
    public Moving Migrate(params string[] pairs)
    {
        Assert.That(Rehearse(pairs).Problems, Is.Empty);
        Do(To(pairs));
        return this;
    }

    /// <summary>Rehearses, and gives the command: it must be refused when the rehearsal says so, with the same reason, and leave everything as it was.</summary>
    public MigrationProblem Problem(params string[] pairs)
    {
        var findings = Rehearse(pairs);
        Assert.That(findings.Verdict, Is.Not.EqualTo(MigrationVerdict.Ok), "something stands against it");
        var before = State;
        var rejection = Try(To(pairs));
        Assert.That(rejection?.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(rejection!.Message, Does.Contain(findings.Problems[0].Message));
        Assert.That(State, Is.SameAs(before));
        return findings.Problems[0];
    }

    public Rejection? Refusal(params string[] pairs)
    {
        var (findings, rejection) = Migrations.Rehearse(_world, State, To(pairs), Now);
        Assert.That(findings, Is.Null);
        Assert.That(Try(To(pairs)), Is.EqualTo(rejection));
        return rejection;
    }

    public MigrationFindings Rehearse(params string[] pairs)
    {
        var (findings, rejection) = Migrations.Rehearse(_world, State, To(pairs), Now);
        Assert.That(rejection, Is.Null);
        return findings!;
    }

    private Command.MigrateInstance To(string[] pairs) => new(State.Root, new(2), [.. pairs.Select(pair => pair.Split('>')).Select(pair => new ElementMapping(new(pair[0]), new(pair[1])))]);
}
