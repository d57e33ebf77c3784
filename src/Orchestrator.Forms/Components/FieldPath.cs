namespace Orchestrator.Forms.Components;

/// <summary>Where a field's value stands: one name, or names joined by points. Empty for a group that adds no level.</summary>
internal sealed class FieldPath(IReadOnlyList<string> names)
{
    public static FieldPath None { get; } = new([]);

    public IReadOnlyList<string> Names { get; } = names;

    public bool IsEmpty => Names.Count == 0;

    public override string ToString() => string.Join('.', Names);
}
