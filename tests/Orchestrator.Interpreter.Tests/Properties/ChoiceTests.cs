using Orchestrator.Testing.Choices;

namespace Orchestrator.Interpreter.Tests.Properties;

public sealed class ChoiceTests
{
    [Test]
    public void Exhausting_meets_every_permutation_once()
    {
        var seen = new HashSet<string>();
        var count = Choice.Exhaust(choice =>
        {
            List<int> left = [1, 2, 3, 4];
            var permutation = "";
            while (left.Count > 0)
            {
                var index = choice.Next(left.Count);
                permutation += left[index];
                left.RemoveAt(index);
            }
            seen.Add(permutation);
        });
        Assert.That((count, seen.Count), Is.EqualTo((24, 24)));
    }

    [Test]
    public void A_trail_chooses_as_the_run_that_left_it()
    {
        var first = Choice.OfSeed(8123);
        var chosen = Enumerable.Range(1, 50).Select(bound => first.Next(bound)).ToList();
        var again = Choice.OfTrail(first.Trail);
        Assert.That(Enumerable.Range(1, 50).Select(bound => again.Next(bound)), Is.EqualTo(chosen));
    }

    [Test]
    public void A_broken_law_names_the_seed_and_the_trail_that_break_it() =>
        Assert.That(() => Property.Holds("The_law", 100, choice => Assert.That(choice.Next(10), Is.LessThan(9))), Throws.TypeOf<PropertyBrokenException>().With.Message.Match("^SEED=[0-9]+ TRAIL=9 dotnet test --filter Name=The_law"));
}
