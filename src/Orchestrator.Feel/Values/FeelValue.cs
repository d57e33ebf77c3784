namespace Orchestrator.Feel;

/// <summary>
/// A value of FEEL (DMN 1.5, 10.3.2). The hierarchy is closed: null, boolean, number, string, date, time, date and time, two kinds of duration,
/// list, context, range, function. All are immutable and compare by value as .NET sees it; FEEL's own three-valued <c>=</c> is in the language.
/// </summary>
public abstract record FeelValue
{
    private protected FeelValue()
    {
    }

    /// <summary>The name of the FEEL type, as <c>instance of</c> and messages write it.</summary>
    public abstract string TypeName { get; }

    /// <summary>How many values and characters one would meet on a walk through this value; what is shared counts each time. It bounds the work that a value can cause.</summary>
    internal virtual long Weight => 1;

    /// <summary>How deep lists and contexts nest in this value; 0 for a value that holds none.</summary>
    internal virtual int Depth => 0;

    public bool IsNull => this is FeelNull;

    public static FeelValue Of(bool value) => FeelBoolean.Of(value);
    public static FeelValue Of(long value) => new FeelNumber(value);
    public static FeelValue Of(string value) => new FeelString(value);
    public static FeelValue OfNullable(Decimal34? value) => value is { } number ? new FeelNumber(number) : FeelNull.Instance;

    /// <summary>The value as FEEL writes it: strings in quotation marks, temporals as at-literals, contexts and lists with their brackets.</summary>
    public sealed override string ToString() => FeelText.Literal(this);
}
