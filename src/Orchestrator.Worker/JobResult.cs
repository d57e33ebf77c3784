using System.Text.Json.Nodes;

namespace Orchestrator.Worker;

/// <summary>What became of an attempt.</summary>
public abstract record JobResult
{
    private JobResult() { }

    /// <summary>Done; the variables go back to the process.</summary>
    public sealed record Completed(JsonObject Variables) : JobResult;

    /// <summary>Not done. The message is for operators and holds no personal data.</summary>
    public sealed record Failed(string Message, TimeSpan? RetryAfter = null, bool Permanent = false) : JobResult;

    /// <summary>A business error the process may catch by its code.</summary>
    public sealed record Error(string Code, string Message, JsonObject Variables) : JobResult;

    public static JobResult Done(JsonObject variables) => new Completed(variables);
}
