using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>The open task of an inbox page with what its chosen view needs.</summary>
/// <param name="Detail">The task.</param>
/// <param name="View">The chosen view.</param>
public sealed record TaskView(TaskDetail Detail, string View)
{
    public const string Form = "modulo";
    public const string Diagram = "diagramma";
    public const string Story = "storia";

    /// <summary>The task's process as it stands, for the diagram.</summary>
    public CaseDrawing? Drawing { get; init; }

    /// <summary>The case's history, for the story.</summary>
    public IReadOnlyList<StoryEntry> Entries { get; init; } = [];

    /// <summary>What lies beside the form; null on another view.</summary>
    public TaskFolder? Folder { get; init; }

    /// <summary>What the user had typed, as a JSON object, when it came back with a refusal.</summary>
    public string? TypedJson { get; init; }

    /// <summary>Why the form came back.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>True when the typed data were brought back after somebody else's change.</summary>
    public bool Resumed { get; init; }
}
