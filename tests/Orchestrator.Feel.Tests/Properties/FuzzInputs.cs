using System.Text;

namespace Orchestrator.Feel.Tests.Properties;

/// <summary>Texts that somebody might give to FEEL by mistake or by malice. The number of an input decides it: any can be made again by itself.</summary>
internal static class FuzzInputs
{
    private static readonly string[] Tokens =
    [
        "1", "0", "-1", "2.5", ".5", "1e3", "1E-6176", "9999999999999999999999999999999999", "1e6144", "\"a\"", "\"\"", "\"\\u00e9\\U01F40E\\n\"", "\"(a+)+$\"", "\"aaaaaaaaaaaaaaaaaaaaaaaa!\"",
        "@\"2026-02-29\"", "@\"2024-02-29\"", "@\"999999999-12-31\"", "@\"-999999999-01-01\"", "@\"23:59:59.999999999\"", "@\"2026-03-29T02:30:00@Europe/Rome\"", "@\"P1Y\"", "@\"-P999999999Y\"", "@\"P1DT1H\"",
        "@\"2026-01-01T00:00:00+14:00\"", "@\"x\"", "true", "false", "null", "a", "b c", "x", "xs", "item", "partial", "?", "date and time", "+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=",
        "and", "or", "not", "in", "between", "instance", "of", "if", "then", "else", "for", "return", "some", "every", "satisfies", "function", "external", "context", "list", "range", "number", "string",
        "(", ")", "[", "]", "{", "}", "..", ",", ":", ".", "->", "'", "//", "/*", "*/", "\n", "\t", "\u2028", "\ufeff", "\ud83d\ude00", "\ud83d", "\0", "#", "\\", "\"", "@",
    ];

    private static readonly string[] Openers = ["(", "[", "{a:", "-", "if true then ", "not(", "a.", "1+(", "for x in ", "function(f) ", "[1..", "x[", "f(a:", "<", "]", "some x in xs satisfies ", "1 in (", "@\"", "\"", "/*", "a instance of list<"];

    public static string At(long number, int seed)
    {
        var generator = new ExpressionGenerator(Mix(number, seed));
        var random = new Random(Mix(~number, seed));
        return (number % 8) switch
        {
            0 or 1 => generator.Next(1 + random.Next(4)),
            2 or 3 => generator.Broken(1 + random.Next(4)),
            4 => Soup(random, Tokens, 1 + random.Next(25)),
            5 => Splice(generator, random),
            6 => Characters(random),
            _ => Nested(random),
        };
    }

    // HashCode of .NET differs from run to run.
    private static int Mix(long number, int seed)
    {
        unchecked
        {
            var mixed = ((ulong)number + ((ulong)(uint)seed << 32)) * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
            return (int)(mixed >> 33);
        }
    }

    private static string Soup(Random random, string[] words, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(words[random.Next(words.Length)]).Append(random.Next(3) == 0 ? "" : " ");
        return text.ToString();
    }

    /// <summary>The head of one expression and the tail of another.</summary>
    private static string Splice(ExpressionGenerator generator, Random random)
    {
        var (first, second) = (generator.Next(2), generator.Next(2));
        return first[..random.Next(first.Length + 1)] + second[random.Next(second.Length)..];
    }

    private static string Characters(Random random)
    {
        var text = new char[random.Next(40)];
        for (var i = 0; i < text.Length; i++) text[i] = (char)(random.Next(4) == 0 ? random.Next(char.MaxValue + 1) : random.Next(32, 127));
        return new string(text);
    }

    /// <summary>Mostly shallow; one in some hundreds is deeper than the limits.</summary>
    private static string Nested(Random random)
    {
        var depth = random.Next(300) == 0 ? random.Next(20_000) : random.Next(60);
        var opener = Openers[random.Next(Openers.Length)];
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++) text.Append(random.Next(20) == 0 ? Openers[random.Next(Openers.Length)] : opener);
        text.Append(Soup(random, Tokens, 3));
        for (var i = random.Next(depth + 1); i > 0; i--) text.Append(")]}"[random.Next(3)]);
        return text.ToString();
    }
}
