using System.Collections.Frozen;
using Orchestrator.Feel;
using Orchestrator.Forms.Components;
using Orchestrator.Forms.Json;

namespace Orchestrator.Forms.Reading;

/// <summary>Reads the components that have a value.</summary>
internal sealed class FieldReader(Properties properties)
{
    public static readonly FrozenSet<string> Types = new[]
    {
        "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime", "expression",
    }.ToFrozenSet();

    private static readonly string[] OptionSources = ["values", "valuesKey", "valuesExpression"];

    public Field? Read(JsonObject json, string type, FieldPath path)
    {
        var validate = Validate(json);
        Field? field = type switch
        {
            "textfield" or "textarea" => ReadText(json, type, path, validate),
            "number" => ReadNumber(json, type, path, validate),
            "checkbox" => new Checkbox(json.Span, type, path),
            "radio" or "select" => new Choice(json.Span, type, path, false, ReadOptions(json)),
            "checklist" or "taglist" => new Choice(json.Span, type, path, true, ReadOptions(json)),
            "datetime" => ReadDateTime(json, type, path),
            _ => ReadComputed(json, type, path),
        };
        return field is null ? null : field with { Required = properties.Setting(validate, "required"), Locked = ReadLocked(json) };
    }

    private JsonObject? Validate(JsonObject json)
    {
        if (json["validate"] is null or JsonNull) return null;
        if (json["validate"] is JsonObject validate)
        {
            properties.IsPartOf(validate, json);
            return validate;
        }
        properties.Tell(FormDescriptors.PropertyType, Properties.SpanOf(json, "validate"), json, "validate", "an object", Properties.KindOf(json["validate"]));
        return null;
    }

    private Setting ReadLocked(JsonObject json)
    {
        var disabled = properties.Boolean(json, "disabled") ?? false;
        return disabled ? new Setting(true, null) : properties.Setting(json, "readonly");
    }

    private TextField ReadText(JsonObject json, string type, FieldPath path, JsonObject? validate)
    {
        var kind = validate is null ? null : properties.Text(validate, "validationType");
        if (kind is not (null or "" or "custom" or "email" or "phone"))
            properties.Tell(FormDescriptors.PropertyType, Properties.SpanOf(validate!, "validationType"), json, "validationType", "email, phone or custom", $"'{kind}'");
        var field = new TextField(json.Span, type, path)
        {
            ManyLines = type == "textarea",
            MinLength = properties.Bound(validate, "minLength"),
            MaxLength = properties.Bound(validate, "maxLength"),
            Pattern = properties.Pattern(json, validate),
            Kind = kind is "email" or "phone" ? kind : null,
        };
        CheckRange(json, field.MinLength, field.MaxLength, "minLength", "maxLength");
        return field;
    }

    private NumberField ReadNumber(JsonObject json, string type, FieldPath path, JsonObject? validate)
    {
        var field = new NumberField(json.Span, type, path)
        {
            Min = properties.Bound(validate, "min"),
            Max = properties.Bound(validate, "max"),
            Decimals = properties.WholeNumber(json, "decimalDigits", 0, Decimal34.DigitsMax),
            Increment = properties.Number(json, "increment") is { Sign: > 0 } step ? step : null,
            AsText = properties.Boolean(json, "serializeToString") ?? false,
        };
        CheckRange(json, field.Min, field.Max, "min", "max");
        return field;
    }

    private void CheckRange(JsonObject json, Bound? least, Bound? most, string leastName, string mostName)
    {
        if (least?.Constant is { } low && most?.Constant is { } high && low > high)
            properties.Tell(FormDescriptors.EmptyRange, Properties.SpanOf(json, "validate"), json, Properties.KindOf(json["key"]).Trim('\''), $"{leastName} {low}", $"{mostName} {high}");
    }

    private DateTimeField ReadDateTime(JsonObject json, string type, FieldPath path)
    {
        var subtype = properties.Text(json, "subtype") ?? "date";
        var kind = subtype switch { "date" => TemporalKind.Date, "time" => TemporalKind.Time, "datetime" => TemporalKind.DateTime, _ => default };
        if (kind == default)
            properties.Tell(FormDescriptors.PropertyType, Properties.SpanOf(json, "subtype"), json, "subtype", "date, time or datetime", $"'{subtype}'");
        var format = properties.Text(json, "timeSerializingFormat") ?? "utc_offset";
        if (format is not ("utc_offset" or "utc_normalized" or "no_timezone"))
            properties.Tell(FormDescriptors.PropertyType, Properties.SpanOf(json, "timeSerializingFormat"), json, "timeSerializingFormat", "utc_offset, utc_normalized or no_timezone", $"'{format}'");
        return new DateTimeField(json.Span, type, path, kind)
        {
            WithOffset = format != "no_timezone",
            NotPast = properties.Boolean(json, "disallowPassedDates") ?? false,
        };
    }

    private Computed? ReadComputed(JsonObject json, string type, FieldPath path)
    {
        if (json["expression"] is JsonString { Value.Text.Length: > 0 } text)
            return properties.Expression(json, "expression", text) is { } expression ? new Computed(json.Span, type, path, expression) : null;
        properties.Tell(FormDescriptors.PropertyMissing, Properties.SpanOf(json, "expression"), json, "expression", type);
        return null;
    }

    private Options ReadOptions(JsonObject json)
    {
        var given = OptionSources.Where(name => json[name] is not (null or JsonNull or JsonString { Value.Text: "" })).ToList();
        if (given.Count != 1)
        {
            properties.Tell(FormDescriptors.OptionsMissing, json.Span, json, Properties.KindOf(json["key"]).Trim('\''), given.Count == 0 ? "none" : string.Join(" and ", given));
            return new Options([], null, null);
        }
        return given[0] switch
        {
            "values" => new Options(ReadValues(json), null, null),
            "valuesKey" => new Options(null, properties.RequiredPath(json, "valuesKey", "choice") ?? FieldPath.None, null),
            _ => new Options(null, null, json["valuesExpression"] is JsonString text ? properties.Expression(json, "valuesExpression", text) : null),
        };
    }

    private List<FeelValue> ReadValues(JsonObject json)
    {
        var values = new List<FeelValue>();
        if (json["values"] is not JsonArray list)
        {
            properties.Tell(FormDescriptors.PropertyType, Properties.SpanOf(json, "values"), json, "values", "a list", Properties.KindOf(json["values"]));
            return values;
        }
        foreach (var node in list.Items)
        {
            if ((node as JsonObject)?["value"] is not { } given || ValueOf(given) is not { } value)
                properties.Tell(FormDescriptors.PropertyType, node.Span, json, "values", "a list of {\"label\": …, \"value\": …}", Properties.KindOf(node));
            else if (values.Contains(value))
                properties.Tell(FormDescriptors.DuplicateOption, given.Span, json, value is FeelString text ? text.Value : value.ToString());
            else
                values.Add(value);
        }
        return values;
    }

    private static FeelValue? ValueOf(JsonNode node) => node switch
    {
        JsonString text => new FeelString(text.Value.Text),
        JsonNumber number when Decimal34.TryParse(number.Text, out var value) => new FeelNumber(value),
        JsonBoolean flag => FeelBoolean.Of(flag.Value),
        _ => null,
    };
}
