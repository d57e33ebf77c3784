using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>Values of expression components. They are computed here from what was accepted, whatever a browser sent.</summary>
internal static class Computing
{
    // Twice, so that an expression may use one that stands behind it.
    public static FeelContext Compute(IReadOnlyList<Component> components, FeelContext accepted, FeelContext known, FeelEnvironment environment)
    {
        for (var round = 0; round < 2; round++)
            accepted = Compute(components, new Level(accepted, null, known, 0, "", ""), environment);
        return accepted;
    }

    private static FeelContext Compute(IReadOnlyList<Component> components, Level level, FeelEnvironment environment)
    {
        foreach (var component in components)
        {
            if (!Hiding.IsHidden(component, level, environment)) level = level with { Local = Compute(component, level, environment) };
        }
        return level.Local;
    }

    private static FeelContext Compute(Component component, Level level, FeelEnvironment environment)
    {
        switch (component)
        {
            case Computed computed:
                // A variable holds JSON values: dates become ISO texts, what cannot be kept becomes null.
                return Data.With(level.Local, computed.Path, FeelJson.ToVariable(computed.Expression.Evaluate(level, environment).Value));
            case Group { Path.IsEmpty: true } group:
                return Compute(group.Components, level, environment);
            case Group group when Data.Find(level.Local, group.Path) is FeelContext inner:
                return Data.With(level.Local, group.Path, Compute(group.Components, level.Inside(group, inner), environment));
            case RowList list when Data.Find(level.Local, list.Path) is FeelList rows:
                return Data.With(level.Local, list.Path, FeelList.From(rows.Items.Select((row, index) => row is FeelContext cells ? Compute(list.Components, level.RowOf(list, index, cells), environment) : row)));
            default:
                return level.Local;
        }
    }
}
