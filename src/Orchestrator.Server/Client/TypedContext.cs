using Orchestrator.Feel;

namespace Orchestrator.Server.Client;

/// <summary>Data that somebody typed as JSON, to try something out.</summary>
internal static class TypedContext
{
    /// <summary>The members of a JSON object; none for an empty text. False, with the reason, for anything else.</summary>
    public static bool TryRead(string json, out FeelContext context, out string problem)
    {
        (context, problem) = (FeelContext.Empty, "");
        if (string.IsNullOrWhiteSpace(json)) return true;
        if (!FeelJson.TryRead(json, out var value, out var why))
        {
            problem = $"Expected a JSON object, but: {why}";
            return false;
        }
        if (value is not FeelContext read)
        {
            problem = $"Expected a JSON object, but found a {value.TypeName}.";
            return false;
        }
        context = read;
        return true;
    }
}
