using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>
/// One level of a form's data: the form, a group with a path, or a row of a list. Expressions see the fields of their own level first, then those around it, then the variables of the task;
/// <c>this</c> is the level, <c>parent</c> the one around it, <c>i</c> the number of the row, counted from 1 (as form-js does).
/// </summary>
internal sealed record Level(FeelContext Local, Level? Outer, IFeelScope Known, int Row, string Path, string Order) : IFeelScope
{
    public bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        if (Local.TryGet(name, out value)) return true;
        switch (name)
        {
            case "this": value = Local; return true;
            case "parent" when Outer is not null: value = Outer.Local; return true;
            case "i" when Row > 0: value = FeelValue.Of(Row); return true;
            default: return (Outer ?? Known).TryGet(name, out value);
        }
    }

    public bool IsInRow => Row > 0 || Outer is { IsInRow: true };

    public Level Inside(Group group, FeelContext local) => new(local, this, Known, 0, PathOf(group.Path), OrderOf(group));

    public Level RowOf(RowList list, int index, FeelContext local) => new(
        local, this, Known, index + 1, string.Create(CultureInfo.InvariantCulture, $"{PathOf(list.Path)}[{index}]"), string.Create(CultureInfo.InvariantCulture, $"{OrderOf(list)}{index:D6}."));

    public string PathOf(FieldPath path) => path.IsEmpty ? Path : Path.Length == 0 ? path.ToString() : $"{Path}.{path}";

    /// <summary>Sorts by the place in the form, row by row.</summary>
    public string OrderOf(Component component) => string.Create(CultureInfo.InvariantCulture, $"{Order}{component.Span.Start:D8}.");
}
