namespace Orchestrator.Bpmn.Comparison;

/// <summary>An element of a drawing with all that is written about it, flat.</summary>
/// <param name="Order">Its place in the file.</param>
/// <param name="Shape">Where it is drawn; empty when it is not.</param>
internal sealed record DrawnPart(int Order, string Type, string Id, string? Name, string? Place, string Shape, IReadOnlyDictionary<PropertyKey, string> Properties);

/// <summary>The path of a property, and which of several it is.</summary>
internal readonly record struct PropertyKey(string Path, string? Of);
