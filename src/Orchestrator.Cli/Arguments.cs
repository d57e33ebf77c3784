namespace Orchestrator.Cli;

/// <summary>The words after the verb, sorted into options and the rest.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _rest = [];

    /// <summary>Words that are no options, in order.</summary>
    public IReadOnlyList<string> Rest => _rest;

    /// <summary>True when the option was given.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>The option's value, or null when it was not given.</summary>
    public string? Value(string option) => _options.GetValueOrDefault(option);

    /// <summary>The only word, or the complaint that it is missing or that there are more.</summary>
    public string Single(string what) => Rest switch
    {
        [var only] => only,
        [] => throw new UsageException($"Expected {what}, but there is none."),
        _ => throw new UsageException($"Expected one {what}, but found {Rest.Count}: quote what belongs together."),
    };

    /// <summary>A whole number that is not negative.</summary>
    public long? Number(string option) => Value(option) switch
    {
        null => null,
        var text when long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new UsageException($"Expected a number after {option}, but found '{text}'."),
    };

    /// <summary>Reads the words; after <c>--</c> everything is a plain word. <c>--option=value</c> is read as well.</summary>
    /// <exception cref="UsageException">An option is unknown, or its value is missing.</exception>
    public static Arguments Read(IEnumerable<string> words, IReadOnlyList<Option> options)
    {
        var read = new Arguments();
        var plain = false;
        using var word = words.GetEnumerator();
        while (word.MoveNext())
        {
            if (plain || !IsOption(word.Current)) read._rest.Add(word.Current);
            else if (word.Current == "--") plain = true;
            else read.Take(word, options);
        }
        return read;
    }

    private void Take(IEnumerator<string> word, IReadOnlyList<Option> options)
    {
        var parts = word.Current.Split('=', 2);
        var option = options.FirstOrDefault(known => known.Name == parts[0])
            ?? throw new UsageException($"Unknown option {parts[0]}.");
        if (option.Value is null)
        {
            if (parts.Length == 2) throw new UsageException($"{option.Name} takes no value.");
            _options[option.Name] = "";
            return;
        }
        if (parts.Length == 2) _options[option.Name] = parts[1];
        else if (word.MoveNext()) _options[option.Name] = word.Current;
        else throw new UsageException($"Expected {option.Value} after {option.Name}, but there is nothing.");
    }

    // A lone dash is standard input, and an expression may begin with a minus sign.
    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);
}
