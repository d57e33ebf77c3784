using System.Collections.Immutable;
using System.Diagnostics;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Tests.Properties;

/// <summary>Gives inputs to FEEL from several threads and notes the first that breaks a promise: an exception, a hang, a place outside the text.</summary>
internal sealed class Fuzzer(int seed, long count)
{
    /// <summary>Far more than any input may take within the limits on steps and patterns.</summary>
    private static readonly TimeSpan HangsAfter = TimeSpan.FromSeconds(20);

    private const int ShownCharacters = 400;

    private static readonly FeelContext Variables = FeelContext.Of(
        ("a", FeelValue.Of(2)),
        ("x", FeelValue.Of(2)),
        ("b c", FeelValue.Of("text")),
        ("xs", FeelJson.Read("[{\"a\":1,\"b c\":\"u\"},{\"a\":2},5,null,[1,[2]]]")));

    private static readonly FeelNames Known = new(Variables.Names);

    private readonly Lock _lock = new();
    private long _next;
    private string? _found;

    public long Evaluated { get; private set; }

    public long Refused { get; private set; }

    /// <summary>The input that took longest, by the clock on the wall: what else the machine did counts too, so try it again by itself.</summary>
    public SlowInput Slowest { get; private set; } = new(0, TimeSpan.Zero);

    /// <summary>The slowest input: its number, its time and its text, shortened.</summary>
    public string DescribeSlowest()
    {
        var text = FuzzInputs.At(Slowest.Number, seed);
        var shown = text.Length > ShownCharacters ? $"{text[..ShownCharacters]}… ({text.Length} characters)" : text;
        return $"slowest {Slowest.Took.TotalMilliseconds:N0} ms: input {Slowest.Number}: {shown.ReplaceLineEndings(" ")}";
    }

    /// <summary>Null when every input kept the promises, else the input and what happened.</summary>
    public string? Run(int threads)
    {
        var workers = Enumerable.Range(0, threads).Select(_ => new Worker()).ToArray();
        foreach (var worker in workers)
        {
            worker.Thread = new Thread(() => Work(worker)) { IsBackground = true };
            worker.Thread.Start();
        }
        foreach (var worker in workers)
            while (!worker.Thread!.Join(TimeSpan.FromSeconds(1)))
                if (worker.Hangs(HangsAfter) is { } number) return $"input {number} of seed {seed} hangs: {FuzzInputs.At(number, seed)}";
        return _found;
    }

    /// <summary>One input by itself: what it breaks, and how long it takes when nothing else runs; the best of three, so that compiling does not count.</summary>
    public (string? Found, TimeSpan Took) RunOne(long number)
    {
        var text = FuzzInputs.At(number, seed);
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            long evaluated = 0, refused = 0;
            var started = Stopwatch.GetTimestamp();
            if (Try(text, ref evaluated, ref refused) is { } wrong) return (wrong, TimeSpan.Zero);
            var took = Stopwatch.GetElapsedTime(started);
            if (took < best) best = took;
        }
        return (null, best);
    }

    private void Work(Worker worker)
    {
        long evaluated = 0, refused = 0;
        var slowest = new SlowInput(0, TimeSpan.Zero);
        while (_found is null && Interlocked.Increment(ref _next) - 1 is var number && number < count)
        {
            worker.Starts(number);
            var text = FuzzInputs.At(number, seed);
            var started = Stopwatch.GetTimestamp();
            var wrong = Try(text, ref evaluated, ref refused);
            var took = Stopwatch.GetElapsedTime(started);
            if (took > slowest.Took) slowest = new(number, took);
            if (wrong is not null) _found = $"input {number} of seed {seed}: {wrong}\n{text}";
        }
        lock (_lock)
        {
            Evaluated += evaluated;
            Refused += refused;
            if (slowest.Took > Slowest.Took) Slowest = slowest;
        }
    }

    private static string? Try(string text, ref long evaluated, ref long refused)
    {
        try
        {
            var parsed = FeelExpression.Parse(text, Known);
            if (parsed.Expression is null) refused++;
            else evaluated++;
            if (parsed.Expression is null == parsed.Diagnostics.IsEmpty) return "neither an expression nor a diagnostic, or both";
            return Outside(text, parsed.Diagnostics) ?? (parsed.Expression is { } expression ? Evaluate(text, expression) : null) ?? Test(text);
        }
        catch (Exception wrong)
        {
            return wrong.ToString();
        }
    }

    private static string? Evaluate(string text, FeelExpression expression)
    {
        var result = expression.Evaluate(Variables, FeelTesting.Environment);
        _ = FeelJson.Write(result.Value);
        return Outside(text, result.Warnings);
    }

    private static string? Test(string text)
    {
        var (tests, diagnostics) = UnaryTests.Parse(text, Known);
        if (tests is null) return diagnostics.IsEmpty ? "neither tests nor a diagnostic" : Outside(text, diagnostics);
        return Outside(text, tests.Evaluate(FeelValue.Of(1), Variables, FeelTesting.Environment).Warnings);
    }

    private static string? Outside(string text, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var one in diagnostics)
            if (!IsInside(text, one.Span) || one.Position.Line < 1 || one.ToString().Length == 0) return $"{one} lies at {one.Span}, outside the text";
        return null;
    }

    private static string? Outside(string text, ImmutableArray<FeelWarning> warnings)
    {
        foreach (var one in warnings)
            if (!IsInside(text, one.Span) || one.Message.Length == 0) return $"{one} lies at {one.Span}, outside the text";
        return null;
    }

    private static bool IsInside(string text, TextSpan span) => span.Start >= 0 && span.End >= span.Start && span.End <= text.Length;

    internal readonly record struct SlowInput(long Number, TimeSpan Took);

    /// <summary>A thread, the input it works on and since when.</summary>
    private sealed class Worker
    {
        private long _number;
        private long _since;

        public Thread? Thread { get; set; }

        public void Starts(long number)
        {
            Volatile.Write(ref _number, number);
            Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        }

        public long? Hangs(TimeSpan after) =>
            Volatile.Read(ref _since) is not 0 and var since && Stopwatch.GetElapsedTime(since) > after ? Volatile.Read(ref _number) : null;
    }
}
