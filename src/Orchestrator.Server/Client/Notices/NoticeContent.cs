using System.Collections.Immutable;
using System.Text.Json;
using Orchestrator.Contracts.Client;
using Orchestrator.Interpreter;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client.Notices;

/// <summary>What a door writes into a notice, so that the process can be told later as the same person would have told it. No personal data.</summary>
internal sealed record NoticeContent
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>The candidate groups that the person had.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public bool Unrestricted { get; init; }

    /// <summary>The task to be completed, or the scope to be corrected.</summary>
    public long Key { get; init; }

    /// <summary>The corrected variables.</summary>
    public string? VariablesJson { get; init; }

    public string? Reason { get; init; }

    public static NoticeContent Of(ActingUser user)
    {
        var actor = user.Actor();
        return new() { Groups = [.. actor.Groups.Order(StringComparer.Ordinal)], Unrestricted = actor.Unrestricted };
    }

    public static NoticeContent Read(RegistryDesk.Notice notice) => JsonSerializer.Deserialize<NoticeContent>(notice.Content, s_json)!;

    /// <summary>To be kept under the key of the request, which is then the request key of what the process is told.</summary>
    public RegistryDesk.NoticeDraft Draft(Guid request) => new(request, JsonSerializer.Serialize(this, s_json));

    public Actor ActorNamed(string name) => new(name, Groups.ToImmutableHashSet(StringComparer.Ordinal)) { Unrestricted = Unrestricted };
}
