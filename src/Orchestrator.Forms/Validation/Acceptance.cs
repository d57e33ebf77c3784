using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>Goes through the components and takes over the values that pass.</summary>
internal sealed class Acceptance(FeelEnvironment environment, Errors errors)
{
    private readonly FieldChecks _checks = new(environment, errors);

    /// <param name="components">Those of one level.</param>
    /// <param name="level">Its submitted data, hidden fields left out.</param>
    /// <param name="known">Its data before, as far as there are any.</param>
    /// <param name="accepted">What components before these gave.</param>
    public FeelContext Accept(IReadOnlyList<Component> components, Level level, FeelContext known, FeelContext accepted)
    {
        foreach (var component in components)
        {
            if (!Hiding.IsHidden(component, level, environment)) accepted = Accept(component, level, known, accepted);
        }
        return accepted;
    }

    private FeelContext Accept(Component component, Level level, FeelContext known, FeelContext accepted) => component switch
    {
        Computed => accepted,
        Field field => AcceptField(field, level, known, accepted),
        Group { Path.IsEmpty: true } group => Accept(group.Components, level, known, accepted),
        Group group => AcceptGroup(group, level, known, accepted),
        RowList list => AcceptRows(list, level, known, accepted),
        _ => accepted,
    };

    private FeelContext AcceptField(Field field, Level level, FeelContext known, FeelContext accepted)
    {
        var submitted = Data.Find(level.Local, field.Path);
        var before = Data.Find(known, field.Path);
        if (field.Locked.Holds(level, environment))
        {
            if (submitted is not null && !IsSame(field, submitted, before ?? FeelNull.Instance))
                errors.Add(level.OrderOf(field), level.PathOf(field.Path), FormErrorCodes.ReadOnly);
            // A row is written whole, so that what is not to be changed goes with it.
            return level.IsInRow && before is not null ? Data.With(accepted, field.Path, before) : accepted;
        }
        // Not sent at all and known already: left as it is. A browser sends every field that it shows.
        if (submitted is null && before is { IsNull: false } && !level.IsInRow && !field.Required.Holds(level, environment)) return accepted;
        return Data.With(accepted, field.Path, _checks.Check(field, level, submitted ?? FeelNull.Instance));
    }

    private static bool IsSame(Field field, FeelValue submitted, FeelValue before)
    {
        var plain = FieldChecks.Empty(submitted);
        if (field is DateTimeField dates) return (IsoText.Normal(dates, plain) ?? plain) == (IsoText.Normal(dates, before) ?? before);
        // An unchecked box and no list of options are what an empty variable looks like in a browser.
        return plain == before || (before.IsNull && plain is FeelBoolean { Value: false } or FeelList { Count: 0 });
    }

    private FeelContext AcceptGroup(Group group, Level level, FeelContext known, FeelContext accepted)
    {
        var submitted = Data.Find(level.Local, group.Path);
        if (submitted is not (null or FeelNull or FeelContext))
        {
            errors.AddType(level.OrderOf(group), level.PathOf(group.Path), "context");
            return accepted;
        }
        var inside = level.Inside(group, submitted as FeelContext ?? FeelContext.Empty);
        var before = Data.Find(known, group.Path) as FeelContext ?? FeelContext.Empty;
        // What the variable holds besides the form's fields stays: the context is written whole.
        var start = Data.Find(accepted, group.Path) as FeelContext ?? before;
        return Data.With(accepted, group.Path, Accept(group.Components, inside, before, start));
    }

    private FeelContext AcceptRows(RowList list, Level level, FeelContext known, FeelContext accepted)
    {
        var path = level.PathOf(list.Path);
        var submitted = Data.Find(level.Local, list.Path);
        var before = Data.Find(known, list.Path) as FeelList;
        if (submitted is null && before is not null && !level.IsInRow) return accepted;
        if (submitted is not (null or FeelNull or FeelList))
        {
            errors.AddType(level.OrderOf(list), path, "list");
            return accepted;
        }
        var rows = submitted as FeelList ?? FeelList.Empty;
        if (rows.Count > FormLimits.RowsMax)
        {
            errors.Add(level.OrderOf(list), path, FormErrorCodes.RowsMax, FormLimits.RowsMax);
            return accepted;
        }
        var fixedRows = before?.Count ?? list.DefaultRows;
        if (!list.MayAddAndRemove && rows.Count != fixedRows)
            errors.Add(level.OrderOf(list), path, FormErrorCodes.Rows, fixedRows);
        return Data.With(accepted, list.Path, FeelList.From(rows.Items.Select((row, index) => AcceptRow(list, level, row, index, before))));
    }

    private FeelValue AcceptRow(RowList list, Level level, FeelValue row, int index, FeelList? before)
    {
        if (row is not FeelContext cells)
        {
            errors.AddType(level.OrderOf(list), $"{level.PathOf(list.Path)}[{index}]", "context");
            return FeelNull.Instance;
        }
        var known = before is not null && index < before.Count ? before[index] as FeelContext : null;
        return Accept(list.Components, level.RowOf(list, index, cells), known ?? FeelContext.Empty, FeelContext.Empty);
    }
}
