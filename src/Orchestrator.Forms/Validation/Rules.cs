using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>
/// Rules over several fields, asked about the accepted values. A rule is not asked while a field that it stands on is empty or wrong:
/// of a field its value, of a group or list what is inside, of anything else the whole form. Not true counts as broken, null too.
/// </summary>
internal sealed class Rules(FeelEnvironment environment, Errors errors)
{
    public void Check(FormSchema form, FeelContext accepted, FeelContext known)
    {
        var level = new Level(accepted, null, known, 0, "", "");
        Check(form.Components, level);
        if (form.Rule is not null && errors.IsEmpty && !Holds(form.Rule, level)) errors.AddRule("", "", form.Rule.Message);
    }

    private void Check(IReadOnlyList<Component> components, Level level)
    {
        foreach (var component in components)
        {
            if (Hiding.IsHidden(component, level, environment)) continue;
            Inside(component, level);
            if (component.Rule is not null) CheckOne(component, component.Rule, level);
        }
    }

    private void Inside(Component component, Level level)
    {
        switch (component)
        {
            case Group { Path.IsEmpty: true } group:
                Check(group.Components, level);
                break;
            case Group group when Data.Find(level.Local, group.Path) is FeelContext inner:
                Check(group.Components, level.Inside(group, inner));
                break;
            case RowList list when Data.Find(level.Local, list.Path) is FeelList rows:
                for (var i = 0; i < rows.Count; i++)
                    if (rows[i] is FeelContext cells) Check(list.Components, level.RowOf(list, i, cells));
                break;
        }
    }

    private void CheckOne(Component component, Rule rule, Level level)
    {
        var path = component switch
        {
            Field field => level.PathOf(field.Path),
            Group group => level.PathOf(group.Path),
            RowList list => level.PathOf(list.Path),
            _ => "",
        };
        if (errors.Touches(path)) return;
        if (component is Field asked && Data.Find(level.Local, asked.Path) is null or FeelNull) return;
        if (!Holds(rule, level)) errors.AddRule(level.OrderOf(component), path, rule.Message);
    }

    private bool Holds(Rule rule, Level level) => rule.Condition.Evaluate(level, environment).Value is FeelBoolean { Value: true };
}
