using Orchestrator.Diagnostics;

namespace Orchestrator.Dmn.Reading;

/// <summary>An element of a file seen as DMN sees it.</summary>
internal static class DmnElements
{
    extension(SourceElement element)
    {
        public bool IsDmn => Namespaces.IsModel(element.Namespace);

        public string? NameText => element.Attribute("name")?.Value is { } name ? Collapse(name) : null;

        /// <summary>The type that the element names, or null.</summary>
        public SourceAttribute? TypeRef => element.Attribute("typeRef");

        public IEnumerable<SourceElement> DmnChildren(string name) => element.Children.Where(child => child.Name == name && child.IsDmn);

        public SourceElement? DmnChild(string name) => element.DmnChildren(name).FirstOrDefault();

        /// <summary>The text of a child such as <c>text</c>, or null when it is missing or blank.</summary>
        public EmbeddedText? TextOf(string child) => element.DmnChild(child)?.Text() is { } text && !string.IsNullOrWhiteSpace(text.Text) ? text : null;

        /// <summary>The start tag as a text with a place, for warnings of an evaluation.</summary>
        public EmbeddedText Place()
        {
            var span = element.Span;
            return new EmbeddedText(element.Source, element.Source.Text.Substring(span.Start, span.Length), [.. Enumerable.Range(span.Start, span.Length + 1)]);
        }

        /// <summary>The id, or null when it is missing or empty.</summary>
        public string? IdOrNull => element.Id is { Length: > 0 } id ? id : null;
    }

    /// <summary>White space in a name is one space (DMN 1.5, 10.3.1.4).</summary>
    public static string Collapse(string name) => string.Join(' ', name.Split([' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
