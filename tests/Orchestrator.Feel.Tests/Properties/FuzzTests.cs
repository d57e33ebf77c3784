using System.Globalization;

namespace Orchestrator.Feel.Tests.Properties;

/// <summary>No input makes FEEL throw or hang, and every diagnostic lies inside the source.</summary>
public sealed class FuzzTests
{
    [Test]
    public void Thirty_thousand_inputs_neither_throw_nor_hang() => Run(seed: 1929, count: 30_000);

    /// <summary>As many as tests/long/feel-fuzz.sh asks for.</summary>
    [Test]
    [Category("Long")]
    public void Any_number_of_inputs_neither_throws_nor_hangs() => Run((int)Given("ORCHESTRATOR_SEED", 1929), Given("ORCHESTRATOR_FUZZ", 1_000_000));

    /// <summary>The input that tests/long/feel-fuzz.sh is given a number of.</summary>
    [Test]
    [Category("Long")]
    public void One_input_by_itself_takes_less_than_a_second()
    {
        var (seed, number) = ((int)Given("ORCHESTRATOR_SEED", 1929), Given("ORCHESTRATOR_FUZZ_INPUT", 5_260_247));

        var (found, took) = new Fuzzer(seed, 1).RunOne(number);

        TestContext.Out.WriteLine($"input {number} of seed {seed}: {took.TotalMilliseconds:N0} ms\n{FuzzInputs.At(number, seed)}");
        Assert.That(found, Is.Null);
        Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    private static void Run(int seed, long count)
    {
        var fuzzer = new Fuzzer(seed, count);

        var found = fuzzer.Run(threads: Math.Max(1, Environment.ProcessorCount));

        TestContext.Out.WriteLine($"seed {seed}: {fuzzer.Evaluated} evaluated, {fuzzer.Refused} refused");
        TestContext.Out.WriteLine(fuzzer.DescribeSlowest());
        Assert.That(found, Is.Null);
        Assert.That(fuzzer.Evaluated + fuzzer.Refused, Is.EqualTo(count));
        Assert.That(fuzzer.Evaluated, Is.GreaterThan(count / 5), "inputs that are all refused say little");
    }

    private static long Given(string variable, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
