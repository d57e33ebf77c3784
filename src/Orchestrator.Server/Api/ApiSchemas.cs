using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.Api;

/// <summary>Shapes of types that are read and written by converters of our own, which the framework cannot see into.</summary>
internal sealed class ApiSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(StringFilter)) OneOf(schema, "The value itself, or operators.", new() { Type = JsonSchemaType.String }, Operators(("$eq", Text()), ("$in", Texts()), ("$exists", new() { Type = JsonSchemaType.Boolean })));
        else if (type == typeof(DateFilter)) Become(schema, Operators(("$gte", Instant()), ("$lt", Instant())), "A range of instants: from $gte on, before $lt.");
        else if (type == typeof(DateTimeOffset)) Become(schema, Instant(), "ISO 8601 in UTC.", Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is not null);
        else if (type == typeof(int) || type == typeof(long)) BecomeNumber(schema, context);
        else if (type == typeof(JsonElement)) schema.Description ??= "Any JSON value.";
        return Task.CompletedTask;
    }

    // Numbers are read from texts as well, but written as numbers; keys are texts of digits.
    private static void BecomeNumber(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var isKey = context.JsonPropertyInfo?.NumberHandling?.HasFlag(JsonNumberHandling.WriteAsString) == true;
        schema.Type = (isKey ? JsonSchemaType.String : JsonSchemaType.Integer) | (Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is null ? 0 : JsonSchemaType.Null);
        schema.Pattern = isKey ? "^[0-9]+$" : null;
        if (isKey) schema.Format = null;
    }

    private static void OneOf(OpenApiSchema schema, string what, params OpenApiSchema[] choices)
    {
        schema.Type = null;
        schema.OneOf = [.. choices];
        schema.Description = what;
    }

    private static void Become(OpenApiSchema schema, OpenApiSchema shape, string what, bool nullable = false)
    {
        schema.Type = nullable ? shape.Type | JsonSchemaType.Null : shape.Type;
        schema.Format = shape.Format;
        schema.Properties = shape.Properties;
        schema.AdditionalPropertiesAllowed = shape.AdditionalPropertiesAllowed;
        schema.Description = what;
    }

    private static OpenApiSchema Operators(params (string Name, OpenApiSchema Schema)[] operators) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = operators.ToDictionary(one => one.Name, IOpenApiSchema (one) => one.Schema),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Texts() => new() { Type = JsonSchemaType.Array, Items = Text() };

    private static OpenApiSchema Instant() => new() { Type = JsonSchemaType.String, Format = "date-time" };
}
