namespace Orchestrator.Feel.Builtins;

/// <summary>Functions over contexts (DMN 1.5, 10.3.4.10).</summary>
internal static class ContextFunctions
{
    private static readonly string[] EntryKeys = ["key", "value"];

    public static void Register(BuiltinTable.Rows rows)
    {
        rows.Add("get value(m: context, key: string)", call => call.Context(0)[call.Text(1)]);
        rows.Add("get value(m: context, keys: list)", ByPath);
        rows.Add("get entries(m: context)", call => FeelList.From(call.Context(0).Entries.Select(entry =>
            FeelContext.Of(("key", new FeelString(entry.Key)), ("value", entry.Value)))));
        rows.Add("context(entries: list)", FromEntries);
        rows.Add("context put(context: context, key: string, value: any)", call => call.Context(0).With(call.Text(1), call[2]));
        rows.Add("context put(context: context, keys: list, value: any)", PutByPath);
        rows.Add("context merge(contexts: list)", Merge);
    }

    private static FeelValue ByPath(Invocation call)
    {
        FeelValue value = call.Context(0);
        if (call.List(1).Count == 0) return FeelNull.Instance;
        foreach (var key in call.List(1))
        {
            if (value is not FeelContext context || key is not FeelString name) return FeelNull.Instance;
            value = context[name.Value];
        }
        return value;
    }

    private static FeelValue FromEntries(Invocation call)
    {
        var builder = new FeelContext.Builder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in call.List(0))
        {
            if (item is not FeelContext entry || entry["key"] is not FeelString key || !entry.Contains("value"))
                return call.Warn(FeelDescriptors.WrongArgument, "context", $"a list of contexts with {string.Join(" and ", EntryKeys)}", "entries", "another value in it");
            if (!seen.Add(key.Value)) return call.NoResult($"the key '{key.Value}' stands twice");
            builder.Set(key.Value, entry["value"]);
        }
        return builder.ToContext();
    }

    private static FeelValue PutByPath(Invocation call)
    {
        var keys = call.List(1).Items;
        if (keys.IsEmpty || !keys.All(key => key is FeelString))
            return call.Warn(FeelDescriptors.WrongArgument, "context put", "a list of strings, not empty,", "keys", "another list");
        return Put(call.Context(0), keys.AsSpan(), call[2]) ?? call.NoResult("a key on the way is no context");
    }

    private static FeelValue? Put(FeelContext context, ReadOnlySpan<FeelValue> keys, FeelValue value)
    {
        // Lists of keys are at most as long as lists may be; the stack is not, so the path is walked down first.
        var open = new Stack<(FeelContext Context, string Key)>();
        for (var i = 0; i < keys.Length; i++)
        {
            var name = ((FeelString)keys[i]).Value;
            open.Push((context, name));
            if (i == keys.Length - 1) break;
            if (context[name] is not FeelContext inner) return null;
            context = inner;
        }
        while (open.TryPop(out var level)) value = level.Context.With(level.Key, value);
        return value;
    }

    private static FeelValue Merge(Invocation call)
    {
        var merged = FeelContext.Empty;
        foreach (var item in call.List(0))
        {
            if (item is not FeelContext context) return call.Warn(FeelDescriptors.WrongArgument, "context merge", "a list of contexts", "contexts", $"a list with a {item.TypeName}");
            call.Step(merged.Count + context.Count);
            merged = merged.With(context);
        }
        return merged;
    }
}
