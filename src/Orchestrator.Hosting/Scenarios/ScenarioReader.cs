using System.Globalization;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>Reads scenario files; the grammar is in docs/scenarios.md. A line ends a step unless a brace is open; <c>#</c> outside texts begins a comment.</summary>
public static class ScenarioReader
{
    /// <exception cref="ScenarioFormatException">The first line that is wrong.</exception>
    public static ScenarioFile Read(string path, string text)
    {
        string? title = null, clock = null;
        var users = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var steps = new List<ScenarioStep>();
        foreach (var (number, line) in LogicalLines(text))
        {
            var words = new Words(path, number, line);
            switch (words.Peek())
            {
                case "scenario": words.Take(); title = words.Rest(); break;
                case "clock": words.Take(); clock = words.Word("an instant"); words.End(); break;
                case "user": words.Take(); users.Add(words.Word("a user name"), Groups(words)); break;
                default: steps.Add(StepReader.Read(words)); break;
            }
        }
        if (clock is null) throw new ScenarioFormatException(path, 1, "a line 'clock <instant>'", "none");
        return new ScenarioFile(path, title ?? System.IO.Path.GetFileNameWithoutExtension(path), clock, users, steps);
    }

    private static List<string> Groups(Words words)
    {
        var groups = new List<string>();
        if (words.AtEnd) return groups;
        words.Keyword("groups");
        do groups.Add(words.Word("a group").TrimEnd(','));
        while (!words.AtEnd);
        return groups;
    }

    /// <summary>Lines without comments, joined while a brace or bracket is open, with the number of their first line.</summary>
    private static IEnumerable<(int Number, string Text)> LogicalLines(string text)
    {
        var pending = "";
        var first = 0;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = WithoutComment(raw).TrimEnd();
            if (pending.Length == 0)
            {
                if (line.Trim().Length == 0) continue;
                first = number;
            }
            pending = pending.Length == 0 ? line.Trim() : pending + "\n" + line;
            if (OpenBraces(pending) > 0) continue;
            yield return (first, pending);
            pending = "";
        }
        if (pending.Length > 0) yield return (first, pending);
    }

    private static string WithoutComment(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) quoted = !quoted;
            if (line[i] == '#' && !quoted && (i == 0 || char.IsWhiteSpace(line[i - 1]))) return line[..i];
        }
        return line;
    }

    private static int OpenBraces(string text)
    {
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) quoted = !quoted;
            if (quoted) continue;
            if (text[i] is '{' or '[') depth++;
            if (text[i] is '}' or ']') depth--;
        }
        return depth;
    }

    /// <summary>The words of one step, taken from the left.</summary>
    internal sealed class Words(string path, int line, string text)
    {
        private string _rest = text;

        public int Line => line;

        public bool AtEnd => _rest.Length == 0;

        public string Peek() => _rest[..EndOfWord()];

        public string Take()
        {
            var end = EndOfWord();
            var word = _rest[..end];
            _rest = _rest[end..].TrimStart();
            return word;
        }

        public string Word(string expected) => AtEnd ? throw Wrong(expected) : Take();

        public void Keyword(string keyword)
        {
            if (AtEnd || Peek() != keyword) throw Wrong($"'{keyword}'");
            Take();
        }

        public bool TryKeyword(string keyword)
        {
            if (AtEnd || Peek() != keyword) return false;
            Take();
            return true;
        }

        public int Number(string expected) =>
            int.TryParse(Word(expected), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(expected);

        /// <summary>A FEEL context up to its closing brace, or null when the next character opens none.</summary>
        public string? Data()
        {
            if (AtEnd || _rest[0] != '{') return null;
            var depth = 0;
            var quoted = false;
            for (var i = 0; i < _rest.Length; i++)
            {
                if (_rest[i] == '"' && (i == 0 || _rest[i - 1] != '\\')) quoted = !quoted;
                if (quoted) continue;
                if (_rest[i] == '{') depth++;
                if (_rest[i] != '}' || --depth > 0) continue;
                var data = _rest[..(i + 1)];
                _rest = _rest[(i + 1)..].TrimStart();
                return data;
            }
            throw Wrong("a closing brace");
        }

        public string RequiredData() => Data() ?? throw Wrong("a context in braces");

        /// <summary>A text in double quotes.</summary>
        public string Quoted(string expected)
        {
            if (AtEnd || _rest[0] != '"') throw Wrong($"{expected} in double quotes");
            var end = _rest.IndexOf('"', 1);
            if (end < 0) throw Wrong("a closing quote");
            var value = _rest[1..end];
            _rest = _rest[(end + 1)..].TrimStart();
            return value;
        }

        public string Rest()
        {
            var rest = _rest;
            _rest = "";
            return rest;
        }

        public void End()
        {
            if (!AtEnd) throw Wrong("the end of the line");
        }

        public ScenarioFormatException Wrong(string expected) => new(path, line, expected, AtEnd ? "the end of the line" : _rest);

        private int EndOfWord()
        {
            var i = 0;
            while (i < _rest.Length && !char.IsWhiteSpace(_rest[i])) i++;
            return i;
        }
    }
}
