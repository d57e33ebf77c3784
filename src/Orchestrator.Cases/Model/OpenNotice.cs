using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Model;

/// <summary>A notice that was not told yet; see <see cref="Notice"/>.</summary>
internal sealed class OpenNotice
{
    public required Guid Id { get; init; }

    public required NoticeKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string Actor { get; init; }

    public required string Content { get; set; }

    public required DateTimeOffset NotedAt { get; init; }
}
