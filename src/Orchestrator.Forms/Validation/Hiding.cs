using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>Leaves out what is hidden. A hidden field counts as empty in the conditions of others, so this is repeated until nothing changes, within a limit.</summary>
internal sealed class Hiding(FeelEnvironment environment, FeelContext known)
{
    public FeelContext Prune(IReadOnlyList<Component> components, FeelContext submitted)
    {
        var data = submitted;
        for (var round = 0; round < FormLimits.HidingRoundsMax; round++)
        {
            var pruned = Prune(components, submitted, new Level(data, null, known, 0, "", ""));
            if (pruned == data) break;
            data = pruned;
        }
        return data;
    }

    public static bool IsHidden(Component component, Level level, FeelEnvironment environment) =>
        component.Hide is not null && component.Hide.Evaluate(level, environment).Value is FeelBoolean { Value: true };

    // Values come from what was submitted, conditions are asked about what the last round left.
    private FeelContext Prune(IReadOnlyList<Component> components, FeelContext values, Level level)
    {
        foreach (var component in components)
        {
            values = IsHidden(component, level, environment) ? Remove(component, values) : Inside(component, values, level);
        }
        return values;
    }

    private FeelContext Inside(Component component, FeelContext values, Level level)
    {
        switch (component)
        {
            case Group { Path.IsEmpty: true } group:
                return Prune(group.Components, values, level);
            case Group group when Data.Find(values, group.Path) is FeelContext inner:
                return Data.With(values, group.Path, Prune(group.Components, inner, level.Inside(group, Data.Find(level.Local, group.Path) as FeelContext ?? FeelContext.Empty)));
            case RowList list when Data.Find(values, list.Path) is FeelList rows && rows.Count <= FormLimits.RowsMax:
                var seen = Data.Find(level.Local, list.Path) as FeelList ?? FeelList.Empty;
                return Data.With(values, list.Path, FeelList.From(rows.Items.Select((row, index) =>
                    row is FeelContext cells ? Prune(list.Components, cells, level.RowOf(list, index, index < seen.Count && seen[index] is FeelContext was ? was : cells)) : row)));
            default:
                return values;
        }
    }

    private static FeelContext Remove(Component component, FeelContext values) => component switch
    {
        Field field => Data.Without(values, field.Path),
        RowList list => Data.Without(values, list.Path),
        Group { Path.IsEmpty: false } group => Data.Without(values, group.Path),
        Group group => group.Components.Aggregate(values, (left, inner) => Remove(inner, left)),
        _ => values,
    };
}
