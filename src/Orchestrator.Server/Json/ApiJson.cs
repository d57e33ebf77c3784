using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;

namespace Orchestrator.Server.Json;

/// <summary>How bodies are read and written: camel case, instants in UTC, keys as decimal texts, choices by name; a null where none may be is refused.</summary>
internal static class ApiJson
{
    public static void Configure(JsonOptions options)
    {
        var json = options.SerializerOptions;
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.DictionaryKeyPolicy = null;
        // Fields that may be null are present, as the clients of the API expect.
        json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        json.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        json.RespectNullableAnnotations = true;
        json.Converters.Add(new InstantConverter());
        json.Converters.Add(new JsonStringEnumConverter());
        json.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WriteKeysAsText } };
    }

    // Keys of 64 bits do not fit into the numbers of JavaScript.
    private static void WriteKeysAsText(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.PropertyType == typeof(long) && property.Name.EndsWith("Key", StringComparison.OrdinalIgnoreCase))
                property.NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString;
    }
}
