using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>Which names a form knows at each level, to refuse all others.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, Shape> _inner = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private Shape? _rows;
    private bool _isValue;

    public IReadOnlyList<string> Names => _names;

    public static Shape Of(IReadOnlyList<Component> components)
    {
        var shape = new Shape();
        shape.Add(components);
        return shape;
    }

    /// <summary>Reports each name that the form does not know. Values of the wrong kind are reported by their component.</summary>
    public void Check(FeelValue submitted, string path, Errors errors)
    {
        if (_isValue) return;
        if (_rows is not null)
        {
            if (submitted is not FeelList list || list.Count > FormLimits.RowsMax) return;
            for (var i = 0; i < list.Count; i++) _rows.Check(list[i], $"{path}[{i}]", errors);
            return;
        }
        if (submitted is not FeelContext context) return;
        foreach (var (name, value) in context.Entries)
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            // After the fields of the form, which begin with a digit.
            if (_inner.TryGetValue(name, out var shape)) shape.Check(value, inner, errors);
            else errors.Add("~" + inner, inner, FormErrorCodes.Unknown);
        }
    }

    private void Add(IReadOnlyList<Component> components)
    {
        foreach (var component in components)
        {
            switch (component)
            {
                case Field field: At(field.Path)._isValue = true; break;
                case RowList list: At(list.Path)._rows = Of(list.Components); break;
                case Group group: At(group.Path).Add(group.Components); break;
            }
        }
    }

    private Shape At(FieldPath path)
    {
        var shape = this;
        foreach (var name in path.Names)
        {
            if (!shape._inner.TryGetValue(name, out var inner))
            {
                shape._inner[name] = inner = new Shape();
                shape._names.Add(name);
            }
            shape = inner;
        }
        return shape;
    }
}
