using System.Globalization;
using Orchestrator.Diagnostics;
using Orchestrator.Forms.Components;
using Orchestrator.Forms.Json;

namespace Orchestrator.Forms.Reading;

/// <summary>Reads the components of a form.</summary>
internal sealed class FormReader(SourceText source)
{
    // Offered by form-js, refused here with the reason.
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["filepicker"] = "Files are not kept by tasks; let people name the document and where it is filed.",
        ["html"] = "Use a text component: it is Markdown and cannot carry scripts.",
        ["iframe"] = "Use a text component with a link.",
        ["documentPreview"] = "Use a text component with a link.",
    };

    private readonly Properties _properties = new(source);
    private int _components;

    public List<Diagnostic> Diagnostics => _properties.Diagnostics;

    public FormSchema? Read(JsonNode file)
    {
        if (file is not JsonObject form)
        {
            Tell(FormDescriptors.NotAForm, file.Span, null, "type", Properties.KindOf(file));
            return null;
        }
        _properties.CheckDuplicates(form);
        if (form["type"] is not JsonString { Value.Text: "default" })
            Tell(FormDescriptors.NotAForm, form.Span, null, "\"type\": \"default\"", Properties.KindOf(form["type"]));
        var id = _properties.RequiredText(form, "id", "form", null);
        if (form["components"] is not JsonArray components)
        {
            Tell(FormDescriptors.NotAForm, form.Span, id, "components", Properties.KindOf(form["components"]));
            return null;
        }
        var root = new Scope(null);
        var read = ReadAll(components, root);
        var rule = _properties.Rule(form, id ?? "");
        return id is null ? null : new FormSchema(id, read, rule);
    }

    private List<Component> ReadAll(JsonArray components, Scope scope)
    {
        var read = new List<Component>();
        foreach (var node in components.Items)
        {
            if (++_components == FormLimits.ComponentsMax + 1)
                Tell(FormDescriptors.TooLarge, node.Span, null, "more", FormLimits.ComponentsMax, "components");
            if (_components > FormLimits.ComponentsMax) return read;
            if (node is not JsonObject component)
                Tell(FormDescriptors.PropertyType, node.Span, null, "components", "a list of objects", Properties.KindOf(node));
            else if (ReadOne(component, scope) is { } found)
                read.Add(found);
        }
        return read;
    }

    private Component? ReadOne(JsonObject json, Scope scope)
    {
        _properties.CheckDuplicates(json);
        var title = TitleOf(json);
        if (_properties.RequiredText(json, "type", "component", title) is not { } type) return null;
        if (Refused.TryGetValue(type, out var reason))
        {
            Tell(FormDescriptors.RefusedComponent, Properties.SpanOf(json, "type"), title, type, reason);
            return null;
        }
        Component? read = type switch
        {
            "group" => ReadGroup(json, type, scope),
            "dynamiclist" => ReadList(json, type, scope),
            "text" or "image" or "separator" or "spacer" or "table" or "button" => new Display(json.Span, type),
            _ => ReadField(json, type, scope),
        };
        return read is null ? null : read with { Title = title ?? type, Hide = _properties.Hide(json, title ?? type), Rule = _properties.Rule(json, title ?? type) };
    }

    private Field? ReadField(JsonObject json, string type, Scope scope)
    {
        if (!FieldReader.Types.Contains(type))
        {
            Tell(FormDescriptors.UnknownComponent, Properties.SpanOf(json, "type"), TitleOf(json), type);
            return null;
        }
        var path = _properties.RequiredPath(json, "key", type);
        if (path is not null) Register(scope, path, json, "key", isLeaf: true);
        return new FieldReader(_properties).Read(json, type, path ?? FieldPath.None);
    }

    private Group ReadGroup(JsonObject json, string type, Scope scope)
    {
        var path = json["path"] is null or JsonString { Value.Text: "" } ? FieldPath.None : _properties.RequiredPath(json, "path", type) ?? FieldPath.None;
        if (!path.IsEmpty) Register(scope, path, json, "path", isLeaf: false);
        return new Group(json.Span, type, path, ReadAll(ComponentsOf(json), scope.Inside(path)));
    }

    private RowList ReadList(JsonObject json, string type, Scope scope)
    {
        var path = _properties.RequiredPath(json, "path", type);
        if (path is not null) Register(scope, path, json, "path", isLeaf: true);
        var components = ComponentsOf(json);
        if (components.Items.Count == 0) Tell(FormDescriptors.EmptyList, json.Span, TitleOf(json), path?.ToString() ?? type);
        var rows = _properties.Number(json, "defaultRepetitions") is { } number && number.TryToInt32(out var count) ? count : 1;
        return new RowList(json.Span, type, path ?? FieldPath.None, ReadAll(components, new Scope(null)))
        {
            MayAddAndRemove = _properties.Boolean(json, "allowAddRemove") ?? true,
            DefaultRows = rows,
        };
    }

    private JsonArray ComponentsOf(JsonObject json)
    {
        if (json["components"] is JsonArray components) return components;
        if (json["components"] is { } other) Tell(FormDescriptors.PropertyType, other.Span, TitleOf(json), "components", "a list", Properties.KindOf(other));
        return new JsonArray(json.Span, []);
    }

    private void Register(Scope scope, FieldPath path, JsonObject json, string property, bool isLeaf)
    {
        if (scope.Add(path, json.Span.Start, isLeaf) is { } other)
            Tell(FormDescriptors.DuplicateKey, Properties.SpanOf(json, property), TitleOf(json), path, source.PositionAt(other).ToString());
    }

    private static string? TitleOf(JsonObject json)
    {
        foreach (var name in (ReadOnlySpan<string>)["key", "path", "id"])
            if (json[name] is JsonString { Value.Text: { Length: > 0 } text }) return text;
        return null;
    }

    private void Tell(Descriptor descriptor, TextSpan span, string? element, params object[] arguments) =>
        Diagnostics.Add(new Diagnostic(descriptor, source, span, element, arguments));

    /// <summary>The keys of one level of the data. Groups with a path lead one level down; two groups may share it.</summary>
    private sealed class Scope(Scope? outer, string prefix = "")
    {
        private readonly Dictionary<string, (int Offset, bool IsLeaf)> _places = outer?._places ?? new(StringComparer.Ordinal);

        public Scope Inside(FieldPath path) => path.IsEmpty ? this : new Scope(this, Join(path));

        /// <summary>The offset of the component that has the key already, or null.</summary>
        public int? Add(FieldPath path, int offset, bool isLeaf)
        {
            var full = Join(path);
            var names = full.Split('.');
            for (var i = 1; i < names.Length; i++)
            {
                // What is the key of a field cannot be the path to another.
                var upper = string.Join('.', names[..i]);
                if (_places.TryGetValue(upper, out var above) && above.IsLeaf) return above.Offset;
                _places.TryAdd(upper, (offset, false));
            }
            if (_places.TryAdd(full, (offset, isLeaf))) return null;
            return isLeaf || _places[full].IsLeaf ? _places[full].Offset : null;
        }

        private string Join(FieldPath path) => prefix.Length == 0 ? path.ToString() : string.Create(CultureInfo.InvariantCulture, $"{prefix}.{path}");
    }
}
