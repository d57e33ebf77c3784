using System.Globalization;

namespace Orchestrator.Testing.Choices;

/// <summary>
/// The one source of chance in tests. The same code runs with numbers from a seed, with every combination there is, or with the trail of an earlier run.
/// What was chosen so far is the <see cref="Trail"/>.
/// </summary>
public sealed class Choice
{
    private readonly Func<int, int, int> _choose;
    private readonly List<(int Value, int Bound)> _trail = [];

    private Choice(Func<int, int, int> choose) => _choose = choose;

    public static Choice OfSeed(int seed)
    {
        var state = unchecked((ulong)(uint)seed * 0x9E3779B97F4A7C15 + 0x2545F4914F6CDD1D);
        return new((_, bound) =>
        {
            // xorshift64*: the same on every platform and in every version of .NET.
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            return (int)(unchecked(state * 0x2545F4914F6CDD1D) >> 33) % bound;
        });
    }

    /// <summary>Chooses as an earlier run did; beyond the end of its trail always the first.</summary>
    public static Choice OfTrail(string trail)
    {
        var values = trail.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => int.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        return new((position, bound) => position < values.Length ? Math.Min(values[position], bound - 1) : 0);
    }

    /// <summary>Runs the code once for each combination of choices it can meet.</summary>
    /// <returns>How many there were.</returns>
    public static int Exhaust(Action<Choice> code, int combinationsMax = 100_000)
    {
        List<int> next = [];
        for (var count = 1; ; count++)
        {
            if (count > combinationsMax) throw new InvalidOperationException($"Expected at most {combinationsMax} combinations, but there are more.");
            var prefix = next;
            var choice = new Choice((position, _) => position < prefix.Count ? prefix[position] : 0);
            code(choice);

            // Like an odometer: the last choice that has another value left takes it, and those after it begin anew.
            var last = choice._trail.FindLastIndex(made => made.Value < made.Bound - 1);
            if (last < 0) return count;
            next = [.. choice._trail.Take(last).Select(made => made.Value), choice._trail[last].Value + 1];
        }
    }

    public string Trail => string.Join(',', _trail.Select(made => made.Value));

    /// <summary>A number from 0 to one below <paramref name="bound"/>.</summary>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var value = _choose(_trail.Count, bound);
        _trail.Add((value, bound));
        return value;
    }

    public bool OneIn(int many) => Next(many) == many - 1;

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];
}
