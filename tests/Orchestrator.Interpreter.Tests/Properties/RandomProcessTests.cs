using Orchestrator.Testing.Blocks;
using Orchestrator.Testing.Building;
using Orchestrator.Testing.Choices;

namespace Orchestrator.Interpreter.Tests.Properties;

/// <summary>Laws that hold for every process and every way through it. Replay is checked by <see cref="Play"/> after each command.</summary>
public sealed class RandomProcessTests
{
    private const int Seeds = 300;

    [Test]
    public void Random_processes_keep_every_law_on_random_paths_and_come_to_their_end() => Property.Holds(
        nameof(Random_processes_keep_every_law_on_random_paths_and_come_to_their_end), Seeds, choice =>
        {
            var play = Begin(choice, out var path);
            for (var steps = choice.Next(40); steps > 0 && path.Step(); steps--) Laws.Check(play.State);
            path.Finish();
            Laws.Check(play.State);
            Laws.CheckTokens([.. play.Events], play.State);
        });

    [Test]
    public void The_same_commands_give_the_same_events() => Property.Holds(
        nameof(The_same_commands_give_the_same_events), 60, choice =>
        {
            var play = Begin(choice, out var path);
            for (var steps = 15; steps > 0 && path.Step(); steps--) { }
            path.Finish();

            var again = Begin(Choice.OfTrail(choice.Trail), out var samePath);
            for (var steps = 15; steps > 0 && samePath.Step(); steps--) { }
            samePath.Finish();
            Assert.That(StateText.Of(again.Events), Is.EqualTo(StateText.Of(play.Events)));
        });

    [Test]
    public void Cancelling_at_any_moment_leaves_nothing_behind() => Property.Holds(
        nameof(Cancelling_at_any_moment_leaves_nothing_behind), 60, choice =>
        {
            var play = Begin(choice, out var path);
            for (var steps = choice.Next(15); steps > 0 && path.Step(); steps--) { }
            if (!play.Ended) play.Cancel();
            Laws.Check(play.State);
            Assert.That(play.State.Outcome, Is.Not.Null);
        });

    // With and without what the processes read: what is missing gives incidents, which are resolved on the way.
    private static readonly string[] Starts =
    [
        RandomPath.Good, RandomPath.Good, "{n: 5, items: [], key: \"k\", due: \"2026-01-31\", again: true}", "{n: 1, key: \"k\", due: \"2026-03-20\"}", "{items: [1], key: 7, due: \"2027-01-01\"}", "{}",
    ];

    private static Play Begin(Choice choice, out RandomPath path)
    {
        var play = Play.Of(RandomProcess.Of(choice));
        path = new RandomPath(choice, play);
        play.Start(choice.Pick(Starts));
        return play;
    }
}
