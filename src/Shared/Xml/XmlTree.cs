using System.Xml;
using Orchestrator.Diagnostics;

namespace Orchestrator.Xml;

/// <summary>
/// Reads a file into <see cref="SourceElement"/>s. DTDs are refused, sizes and depths are bounded, the drawing is left out.
/// </summary>
internal sealed class XmlTree
{
    private readonly SourceText _source;
    private readonly XmlRules _rules;
    private readonly LineTable _lines;
    private readonly int _skipped;
    private SourceElement? _root;

    private const string Xmlns = "http://www.w3.org/2000/xmlns/";

    private XmlTree(SourceText source, XmlRules rules)
    {
        _source = source;
        _rules = rules;
        _skipped = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        _lines = new LineTable(source.Text);
    }

    /// <summary>The root element, or null with a diagnostic that says why there is none.</summary>
    public static SourceElement? Read(SourceText source, XmlRules rules, List<Diagnostic> diagnostics)
    {
        if (source.Text.Length > rules.CharactersMax)
        {
            diagnostics.Add(new Diagnostic(rules.TooLarge, source, new TextSpan(0, 0), null, source.Text.Length, rules.CharactersMax));
            return null;
        }
        var tree = new XmlTree(source, rules);
        try
        {
            return tree.ReadRoot(diagnostics);
        }
        catch (XmlException broken)
        {
            var at = tree.Offset(broken.LineNumber, broken.LinePosition);
            diagnostics.Add(new Diagnostic(rules.NotWellFormed, source, new TextSpan(at, 0), null, Reason(broken)));
            return null;
        }
    }

    private SourceElement? ReadRoot(List<Diagnostic> diagnostics)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = _rules.CharactersMax,
        };
        using var text = new StringReader(_source.Text[_skipped..]);
        using var reader = XmlReader.Create(text, settings);
        var place = (IXmlLineInfo)reader;
        SourceElement? open = null;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (_rules.IsDrawing(reader.NamespaceURI))
                {
                    reader.Skip();
                    continue;
                }
                if (reader.Depth > _rules.DepthMax)
                {
                    diagnostics.Add(new Diagnostic(_rules.TooDeep, _source, NameSpan(place), null, _rules.DepthMax));
                    return null;
                }
                open = Open(reader, place, open);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                open = open?.Parent;
            }
            else
            {
                AddText(reader, place, open);
            }
            reader.Read();
        }
        return _root;
    }

    private SourceElement? Open(XmlReader reader, IXmlLineInfo place, SourceElement? parent)
    {
        var element = new SourceElement(_source, reader.NamespaceURI, reader.LocalName, NameSpan(place), parent);
        _root ??= element;
        parent?.Add(element);
        var empty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != Xmlns) element.Add(ReadAttribute(reader, place));
        }
        return empty ? parent : element;
    }

    private SourceAttribute ReadAttribute(XmlReader reader, IXmlLineInfo place)
    {
        var file = _source.Text;
        var start = Offset(place.LineNumber, place.LinePosition);
        var equals = file.IndexOf('=', start);
        var open = equals + 1;
        while (char.IsWhiteSpace(file[open])) open++;
        var close = file.IndexOf(file[open], open + 1);
        return new SourceAttribute(
            _source, reader.NamespaceURI, reader.LocalName, TextSpan.Between(start, start + reader.Name.Length), TextSpan.Between(open + 1, close));
    }

    private void AddText(XmlReader reader, IXmlLineInfo place, SourceElement? open)
    {
        if (open is null) return;
        var file = _source.Text;
        var start = Offset(place.LineNumber, place.LinePosition);
        if (reader.NodeType == XmlNodeType.CDATA)
        {
            if (string.CompareOrdinal(file, start, "<![CDATA[", 0, 9) == 0) start += 9;
            open.Add(XmlDecoder.CData(_source, TextSpan.Between(start, file.IndexOf("]]>", start, StringComparison.Ordinal))));
        }
        else if (reader.NodeType == XmlNodeType.Text)
        {
            var end = file.IndexOf('<', start);
            open.Add(XmlDecoder.Text(_source, TextSpan.Between(start, end)));
        }
    }

    // The reader names the place of the element's name; the bracket before it belongs to the mark.
    private TextSpan NameSpan(IXmlLineInfo place)
    {
        var name = Offset(place.LineNumber, place.LinePosition);
        var end = name;
        while (end < _source.Text.Length && !char.IsWhiteSpace(_source.Text[end]) && _source.Text[end] is not ('>' or '/')) end++;
        return TextSpan.Between(Math.Max(0, name - 1), end);
    }

    private int Offset(int line, int column) => _lines.OffsetOf(line, line == 1 ? column + _skipped : column);

    // The reader repeats the place at the end of its sentence.
    private static string Reason(XmlException broken)
    {
        if (broken.Message.Contains("DTD", StringComparison.Ordinal)) return "a document type (DTD).";
        var place = broken.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return place < 0 ? broken.Message : broken.Message[..place];
    }
}
