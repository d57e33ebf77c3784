using System.Xml;
using Orchestrator.Contracts.Client;
using Orchestrator.Diagnostics;

namespace Orchestrator.Server.Client;

/// <summary>
/// Tells the places of a DMN file in the words of who draws it: the decision, the rule, the element. A file that breaks off half way has places up to there.
/// </summary>
internal sealed class DmnPlaces
{
    private const int ExcerptMax = 80;

    private readonly SourceText _source;
    private readonly List<Start> _starts = [];

    public DmnPlaces(SourceText source)
    {
        _source = source;
        try
        {
            Read();
        }
        catch (XmlException)
        {
            // The reader of the model says what is wrong; here the elements before it are enough.
        }
    }

    public DecisionRemark Remark(Diagnostic diagnostic) =>
        new(diagnostic.Descriptor.Code, diagnostic.Descriptor.Severity == Severity.Error, DiagnosticWords.MessageOf(diagnostic), DiagnosticWords.RemedyOf(diagnostic), PlaceOf(diagnostic.Span, diagnostic.Element));

    private DecisionPlace PlaceOf(TextSpan span, string? element)
    {
        var at = _source.PositionAt(span.Start);
        // The last start tag before a place is the element that it stands in: texts and attributes have no element behind them.
        var start = _starts.FindLast(candidate => candidate.Line < at.Line || (candidate.Line == at.Line && candidate.Column <= at.Column + 1));
        var first = _source.OffsetOf(new(at.Line, 1));
        var end = _source.Text.AsSpan(first).IndexOfAny('\r', '\n') is var length and >= 0 ? first + length : _source.Text.Length;
        var stop = Math.Min(span.End, end);
        return new(
            at.Line, at.Column, element ?? start?.Element, start?.Decision, start?.Rule, Tail(_source.Text[first..span.Start].TrimStart()),
            Head(_source.Text[span.Start..Math.Max(stop, span.Start)]), Head(_source.Text[Math.Max(stop, span.Start)..Math.Max(end, span.Start)].TrimEnd()));
    }

    private void Read()
    {
        using var text = new StringReader(_source.Text.TrimStart('\uFEFF'));
        using var reader = XmlReader.Create(text, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var place = (IXmlLineInfo)reader;
        var open = new List<Start>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            open.RemoveRange(reader.Depth, open.Count - reader.Depth);
            var parent = open.Count > 0 ? open[^1] : null;
            var isRule = reader.LocalName == "rule" && parent is not null;
            if (isRule) parent!.Rules++;
            var start = new Start(
                reader.LocalName, place.LineNumber, place.LinePosition, reader.GetAttribute("id") ?? parent?.Element,
                reader.LocalName is "decision" or "businessKnowledgeModel" or "decisionService" ? reader.GetAttribute("name") ?? parent?.Decision : parent?.Decision, isRule ? parent!.Rules : parent?.Rule);
            open.Add(start);
            _starts.Add(start);
        }
    }

    private static string Head(string text) => text.Length <= ExcerptMax ? text : $"{text[..ExcerptMax]}…";

    private static string Tail(string text) => text.Length <= ExcerptMax ? text : $"…{text[^ExcerptMax..]}";

    /// <summary>A start tag, at its name, and what is around it.</summary>
    private sealed record Start(string Name, int Line, int Column, string? Element, string? Decision, int? Rule)
    {
        public int Rules { get; set; }
    }
}
