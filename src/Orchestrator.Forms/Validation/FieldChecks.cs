using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>Whether a value is one that its field allows. Gives the value to write, or null after an error.</summary>
internal sealed class FieldChecks(FeelEnvironment environment, Errors errors)
{
    private const string EmailPattern = @"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$";
    private const string PhonePattern = @"^\+?[0-9][0-9 ()./-]{3,24}$";

    private static readonly System.Text.RegularExpressions.Regex Email = Reading.Patterns.Compile(EmailPattern);
    private static readonly System.Text.RegularExpressions.Regex Phone = Reading.Patterns.Compile(PhonePattern);

    /// <summary>An empty text is no value.</summary>
    public static FeelValue Empty(FeelValue value) => value is FeelString text && string.IsNullOrWhiteSpace(text.Value) ? FeelNull.Instance : value;

    public FeelValue Check(Field field, Level level, FeelValue submitted)
    {
        var value = Empty(submitted);
        if (field.Required.Holds(level, environment) && (value is FeelNull or FeelList { Count: 0 } || (field is Checkbox && value is FeelBoolean { Value: false })))
        {
            Tell(field, level, FormErrorCodes.Required);
            return FeelNull.Instance;
        }
        if (value.IsNull) return field is Choice { Many: true } ? FeelList.Empty : value;
        return field switch
        {
            TextField text => CheckText(text, level, value),
            NumberField number => CheckNumber(number, level, value),
            Checkbox => value is FeelBoolean ? value : WrongType(field, level, "boolean"),
            Choice choice => choice.Many ? CheckMany(choice, level, value) : CheckOne(choice, level, value),
            DateTimeField dates => CheckDateTime(dates, level, value),
            _ => value,
        };
    }

    private FeelValue CheckText(TextField field, Level level, FeelValue value)
    {
        if (value is not FeelString { Value: var text }) return WrongType(field, level, "text");
        if (!field.ManyLines && text.AsSpan().ContainsAny('\n', '\r')) return WrongType(field, level, "line");
        if (text.Contains('\0', StringComparison.Ordinal)) return WrongType(field, level, "text");
        // Length counts what people see as characters, roughly: UTF-16 units, as browsers do.
        if (field.MinLength?.In(level, environment) is { } least && least > text.Length) Tell(field, level, FormErrorCodes.MinLength, least);
        var most = field.MaxLength?.In(level, environment) ?? FormLimits.TextLengthMax;
        if (most < text.Length) Tell(field, level, FormErrorCodes.MaxLength, most);
        else if (field.Pattern is not null && !field.Pattern.IsMatch(text)) Tell(field, level, FormErrorCodes.Pattern);
        else if (field.Kind == "email" && !Email.IsMatch(text)) Tell(field, level, FormErrorCodes.Email);
        else if (field.Kind == "phone" && !Phone.IsMatch(text)) Tell(field, level, FormErrorCodes.Phone);
        return value;
    }

    private FeelValue CheckNumber(NumberField field, Level level, FeelValue value)
    {
        Decimal34 number;
        if (value is FeelNumber plain && !field.AsText) number = plain.Value;
        else if (value is not FeelString text || !field.AsText || !Decimal34.TryParse(text.Value, out number)) return WrongType(field, level, "number");

        if (field.Min?.In(level, environment) is { } least && number < least) Tell(field, level, FormErrorCodes.Min, least);
        if (field.Max?.In(level, environment) is { } most && number > most) Tell(field, level, FormErrorCodes.Max, most);
        if (field.Decimals is { } digits && number.Round(digits, RoundingRule.Down) != number) Tell(field, level, FormErrorCodes.Decimals, digits);
        else if (field.Increment is { } step && Decimal34.Modulo(number, step) is not { IsZero: true }) Tell(field, level, FormErrorCodes.Increment, step);
        return value;
    }

    private FeelValue CheckOne(Choice field, Level level, FeelValue value)
    {
        if (!field.Options.In(level, environment).Contains(value)) Tell(field, level, FormErrorCodes.NotAnOption);
        return value;
    }

    private FeelValue CheckMany(Choice field, Level level, FeelValue value)
    {
        if (value is not FeelList list) return WrongType(field, level, "list");
        var options = field.Options.In(level, environment).ToHashSet();
        var seen = new HashSet<FeelValue>();
        foreach (var chosen in list.Items)
        {
            if (!options.Contains(chosen))
            {
                Tell(field, level, FormErrorCodes.NotAnOption);
                return FeelNull.Instance;
            }
            if (!seen.Add(chosen))
            {
                Tell(field, level, FormErrorCodes.Duplicate);
                return FeelNull.Instance;
            }
        }
        return value;
    }

    private FeelValue CheckDateTime(DateTimeField field, Level level, FeelValue value)
    {
        if (IsoText.Normal(field, value) is not { } normal)
        {
            Tell(field, level, field.Kind switch { TemporalKind.Date => FormErrorCodes.Date, TemporalKind.Time => FormErrorCodes.Time, _ => FormErrorCodes.DateTime });
            return FeelNull.Instance;
        }
        // ISO days of four-digit years sort as text.
        var today = environment.LocalNow.Date.ToIso();
        if (field.NotPast && field.Kind != TemporalKind.Time && string.CompareOrdinal(normal.Value, 0, today, 0, today.Length) < 0)
            Tell(field, level, FormErrorCodes.Past);
        return normal;
    }

    private FeelNull WrongType(Field field, Level level, string type)
    {
        errors.AddType(level.OrderOf(field), level.PathOf(field.Path), type);
        return FeelNull.Instance;
    }

    private void Tell(Field field, Level level, string code, object? limit = null) =>
        errors.Add(level.OrderOf(field), level.PathOf(field.Path), code, limit);
}
