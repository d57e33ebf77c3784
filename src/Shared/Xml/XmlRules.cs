using Orchestrator.Diagnostics;

namespace Orchestrator.Xml;

/// <summary>What a room refuses in an XML file, and in which words.</summary>
/// <param name="CharactersMax">Characters of one file, drawing included.</param>
/// <param name="DepthMax">Elements inside elements.</param>
/// <param name="IsDrawing">True for the namespace of the drawing, which is left out.</param>
internal sealed record XmlRules(int CharactersMax, int DepthMax, Func<string, bool> IsDrawing, Descriptor NotWellFormed, Descriptor TooLarge, Descriptor TooDeep);
