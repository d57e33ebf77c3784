namespace Orchestrator.Feel;

/// <summary>FEEL's null: "no value", and the result of everything that could not be computed.</summary>
public sealed record FeelNull : FeelValue
{
    private FeelNull()
    {
    }

    public static FeelNull Instance { get; } = new();

    public override string TypeName => "Null";
}

/// <summary>true or false.</summary>
public sealed record FeelBoolean(bool Value) : FeelValue
{
    public static FeelBoolean True { get; } = new(true);
    public static FeelBoolean False { get; } = new(false);

    public override string TypeName => "boolean";

    public static new FeelBoolean Of(bool value) => value ? True : False;
}

/// <summary>A number of 34 significant digits.</summary>
public sealed record FeelNumber(Decimal34 Value) : FeelValue
{
    public override string TypeName => "number";
}

/// <summary>A text. Its length and positions count Unicode code points, not UTF-16 units.</summary>
public sealed record FeelString(string Value) : FeelValue
{
    public static FeelString Empty { get; } = new("");

    internal override long Weight => 1 + Value.Length;

    public override string TypeName => "string";
}
