using Orchestrator.Cases.Samples;

namespace Orchestrator.Cases.Tests.Samples;

internal sealed class SampleChanceTests
{
    private static readonly SampleChance s_chance = new("test");

    [Test]
    public void An_answer_depends_on_key_number_and_question_alone() =>
        Assert.Multiple(() =>
        {
            var draw = s_chance.Draw(7, "age");
            Assert.That(new SampleChance("test").Draw(7, "age"), Is.EqualTo(draw));
            Assert.That(new[] { s_chance.Draw(8, "age"), s_chance.Draw(7, "name"), new SampleChance("tesu").Draw(7, "age") }, Has.None.EqualTo(draw));
        });

    [Test]
    public void Below_is_even_and_stays_below()
    {
        var counts = Enumerable.Range(0, 10_000).GroupBy(number => s_chance.Below(number, "below", 10)).ToDictionary(group => group.Key, group => group.Count());

        Assert.Multiple(() =>
        {
            Assert.That(counts.Keys, Is.EquivalentTo(Enumerable.Range(0, 10)));
            Assert.That(counts.Values, Is.All.InRange(880, 1_120));
            Assert.That(() => s_chance.Below(1, "below", 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public void A_bell_has_its_mean_and_its_deviation()
    {
        var values = Enumerable.Range(0, 10_000).Select(number => s_chance.Bell(number, "bell", 100, 10)).ToList();
        var mean = values.Average();

        Assert.Multiple(() =>
        {
            Assert.That(mean, Is.EqualTo(100).Within(0.4));
            Assert.That(Math.Sqrt(values.Average(value => (value - mean) * (value - mean))), Is.EqualTo(10).Within(0.3));
        });
    }

    [Test]
    public void Weights_decide_how_often_and_a_weight_of_zero_never()
    {
        var list = new WeightedList<string>([("none", 0), ("one", 1), ("three", 3)]);
        var picked = Enumerable.Range(0, 10_000).Select(number => s_chance.Pick(number, "weighted", list)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(picked.Count(item => item == "three"), Is.EqualTo(7_500).Within(150));
            Assert.That(picked, Has.None.EqualTo("none"));
            Assert.That((list.At(0), list.At(ulong.MaxValue)), Is.EqualTo(("one", "three")));
            Assert.That(() => new WeightedList<string>([("none", 0)]), Throws.ArgumentException);
        });
    }
}
