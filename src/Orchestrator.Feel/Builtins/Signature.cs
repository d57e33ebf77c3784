using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Builtins;

internal sealed record SignatureParameter(string Name, Kinds Kinds, bool Optional, bool Variadic);

/// <summary>
/// One way to call a built-in function, read from a line such as <c>substring(string: string, start position: number, length?: number)</c>.
/// <c>?</c> marks a parameter that may be missing, <c>...</c> one that takes all further arguments as a list.
/// </summary>
internal sealed class Signature
{
    private Signature(string text, string name, ImmutableArray<SignatureParameter> parameters)
    {
        Text = text;
        Name = name;
        Parameters = parameters;
    }

    public string Text { get; }

    public string Name { get; }

    public ImmutableArray<SignatureParameter> Parameters { get; }

    private bool IsVariadic => Parameters.Length > 0 && Parameters[^1].Variadic;

    private int Required => Parameters.Count(parameter => !parameter.Optional && !parameter.Variadic);

    public static Signature Read(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var inside = text[(open + 1)..^1];
        var parameters = inside.Length == 0 ? [] : inside.Split(',').Select(ReadParameter).ToImmutableArray();
        return new(text, text[..open], parameters);
    }

    private static SignatureParameter ReadParameter(string text)
    {
        var parts = text.Split(':');
        var name = parts[0].Trim();
        var optional = name.EndsWith('?');
        var variadic = name.EndsWith("...", StringComparison.Ordinal);
        return new(name.TrimEnd('?', '.'), KindNames.Parse(parts[1].Trim()), optional, variadic);
    }

    /// <summary>The arguments in the order of the parameters, missing ones null; null when their number or names do not fit.</summary>
    public FeelValue?[]? Arrange(FeelValue[] arguments, ImmutableArray<string>? names)
    {
        if (names is not null) return ArrangeByName(arguments, names.Value);
        if (arguments.Length < Required) return null;
        if (IsVariadic) return ArrangeRest(arguments);
        if (arguments.Length > Parameters.Length) return null;
        if (arguments.Length == Parameters.Length) return arguments;
        var arranged = new FeelValue?[Parameters.Length];
        arguments.CopyTo(arranged, 0);
        return arranged;
    }

    private FeelValue?[]? ArrangeRest(FeelValue[] arguments)
    {
        var before = Parameters.Length - 1;
        if (arguments.Length <= before) return null;
        var arranged = new FeelValue?[Parameters.Length];
        Array.Copy(arguments, arranged, before);
        arranged[before] = new FeelList(arguments.AsSpan(before));
        return arranged;
    }

    private FeelValue?[]? ArrangeByName(FeelValue[] arguments, ImmutableArray<string> names)
    {
        if (IsVariadic) return null;
        var arranged = new FeelValue?[Parameters.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var place = PlaceOf(names[i]);
            if (place < 0 || arranged[place] is not null) return null;
            arranged[place] = arguments[i];
        }
        for (var i = 0; i < arranged.Length; i++)
            if (arranged[i] is null && !Parameters[i].Optional) return null;
        return arranged;
    }

    private int PlaceOf(string name)
    {
        for (var i = 0; i < Parameters.Length; i++)
            if (Parameters[i].Name == name) return i;
        return -1;
    }

    /// <summary>Converts each argument to a type that its parameter takes; the place of the first that cannot be, or -1.</summary>
    public int Convert(FeelValue?[] arranged, [NotNull] ref FeelValue?[]? converted)
    {
        converted = (FeelValue?[])arranged.Clone();
        for (var i = 0; i < arranged.Length; i++)
        {
            if (arranged[i] is not { } value) continue;
            if (Parameters[i].Variadic ? !ConvertAll(Parameters[i].Kinds, ref value) : !TryConvert(Parameters[i].Kinds, ref value)) return i;
            converted[i] = value;
        }
        return -1;
    }

    private static bool ConvertAll(Kinds kinds, ref FeelValue list)
    {
        var items = ((FeelList)list).Items.ToArray();
        for (var i = 0; i < items.Length; i++)
            if (!TryConvert(kinds, ref items[i])) return false;
        list = new FeelList(items);
        return true;
    }

    // The implicit conversions of 10.3.2.9.4: to and from a list of one, a date to midnight UTC.
    private static bool TryConvert(Kinds kinds, ref FeelValue value)
    {
        var kind = KindNames.Of(value);
        if ((kinds & kind) != 0) return true;
        if (kind == Kinds.Null) return false;
        if ((kinds & Kinds.List) != 0)
        {
            value = new FeelList(value);
            return true;
        }
        if (value is FeelList { Count: 1 } single && (kinds & KindNames.Of(single[0])) != 0)
        {
            value = single[0];
            return true;
        }
        if (value is FeelDate date && (kinds & Kinds.DateTime) != 0)
        {
            value = TemporalArithmetic.AsDateTime(date);
            return true;
        }
        return false;
    }
}
