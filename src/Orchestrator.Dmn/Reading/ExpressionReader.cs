using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Expressions;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Reading;

/// <summary>Reads boxed expressions (DMN 1.5, 10.2). What cannot be read is told, and stands in the model as an expression that gives null.</summary>
internal sealed class ExpressionReader(Report report)
{
    private static readonly HashSet<string> Expressions = new(StringComparer.Ordinal)
    {
        "literalExpression", "decisionTable", "context", "invocation", "list", "relation", "functionDefinition", "conditional", "filter", "for", "some", "every",
    };

    public Report Report => report;

    public static SourceElement? ExpressionIn(SourceElement parent) => parent.Children.FirstOrDefault(child => child.IsDmn && Expressions.Contains(child.Name));

    /// <summary>The expression inside <paramref name="parent"/>.</summary>
    public Boxed Child(SourceElement parent, NamesInScope names, string what) => ExpressionIn(parent) is { } expression
        ? Read(expression, names)
        : Broken(parent, report.Add(DmnDescriptors.ExpressionMissing, parent, what, parent.Name));

    public Boxed Read(SourceElement expression, NamesInScope names)
    {
        var read = ReadUntyped(expression, names);
        // The type of a function definition is that of its result, or of the function: it is looked at there.
        return expression.Name == "functionDefinition" || names.Types.Of(expression) is not { } type ? read : new BoxedTyped(read, type);
    }

    private Boxed ReadUntyped(SourceElement expression, NamesInScope names) => expression.Name switch
    {
        "literalExpression" => Literal(expression, names),
        "decisionTable" => new TableReader(this).Read(expression, names),
        "context" => Context(expression, names),
        "invocation" => Invocation(expression, names),
        "list" => new BoxedList(expression.Place(), [.. Items(expression).Select(item => Read(item, names))]),
        "relation" => Relation(expression, names),
        "functionDefinition" => Function(expression, names),
        "conditional" => new BoxedConditional(expression.Place(), Part(expression, "if", names), Part(expression, "then", names), Part(expression, "else", names)),
        "filter" => new BoxedFilter(expression.Place(), Part(expression, "in", names), Part(expression, "match", names.With("item"))),
        "for" => For(expression, names),
        "some" => new BoxedQuantified(expression.Place(), Variable(expression), Part(expression, "in", names), Part(expression, "satisfies", names.With(Variable(expression))), decides: true),
        "every" => new BoxedQuantified(expression.Place(), Variable(expression), Part(expression, "in", names), Part(expression, "satisfies", names.With(Variable(expression))), decides: false),
        _ => Broken(expression, report.Add(DmnDescriptors.UnknownExpression, expression, expression.Name)),
    };

    private static IEnumerable<SourceElement> Items(SourceElement list) => list.Children.Where(child => child.IsDmn && Expressions.Contains(child.Name));

    public Boxed Literal(SourceElement expression, NamesInScope names)
    {
        if (expression.Attribute("expressionLanguage")?.Value is { Length: > 0 } language && !Namespaces.IsFeel(language))
            return Broken(expression, report.Add(DmnDescriptors.ForeignLanguage, expression, language));
        if (expression.TextOf("text") is not { } text)
            return Broken(expression, report.Add(DmnDescriptors.ExpressionMissing, expression, "a text", expression.Parent?.Name ?? expression.Name));
        var parse = FeelExpression.Parse(text, names.Feel);
        if (parse.Expression is { } read) return new BoxedLiteral(expression.Place(), read);
        report.AddAll(parse.Diagnostics, expression);
        return Broken(expression, parse.Diagnostics[0]);
    }

    public static BoxedBroken Broken(SourceElement at, Diagnostic reason) => new(at.Place(), reason);

    private Boxed Part(SourceElement expression, string part, NamesInScope names) => expression.DmnChild(part) is { } holder
        ? Child(holder, names, "an expression")
        : Broken(expression, report.Add(DmnDescriptors.ExpressionMissing, expression, $"'{part}'", expression.Name));

    private static string Variable(SourceElement loop) => loop.Attribute("iteratorVariable")?.Value is { } name ? DmnElements.Collapse(name) : "item";

    private BoxedFor For(SourceElement expression, NamesInScope names)
    {
        var body = Part(expression, "return", names.With(Variable(expression), "partial"));
        return new(expression.Place(), Variable(expression), Part(expression, "in", names), body, Mentions(expression, "partial"));
    }

    private static bool Mentions(SourceElement element, string word) =>
        element.Text().Text.Contains(word, StringComparison.Ordinal) || element.Children.Any(child => Mentions(child, word));

    private BoxedContext Context(SourceElement expression, NamesInScope names)
    {
        var entries = ImmutableArray.CreateBuilder<BoxedContext.Entry>();
        Boxed? result = null;
        var seen = names;
        foreach (var entry in expression.DmnChildren("contextEntry"))
        {
            var variable = entry.DmnChild("variable");
            var name = variable?.NameText;
            // A function may call itself by the name of its entry.
            var isFunction = ExpressionIn(entry)?.Name == "functionDefinition";
            var value = Child(entry, isFunction && name is not null ? seen.With(name) : seen, "an expression");
            if (variable is null || name is null or "") result = value;
            else
            {
                if (entries.Any(known => known.Name == name)) report.Add(DmnDescriptors.DuplicateEntry, entry, name);
                entries.Add(new(name, names.Types.Of(variable), value));
                seen = seen.With(name);
            }
        }
        return new(expression.Place(), entries.ToImmutable(), result);
    }

    private BoxedRelation Relation(SourceElement expression, NamesInScope names)
    {
        var columns = expression.DmnChildren("column").Select(column => (column.NameText ?? "", names.Types.Of(column))).ToImmutableArray();
        var rows = expression.DmnChildren("row").Select(row => Items(row).Select(cell => Read(cell, names)).ToImmutableArray());
        return new(expression.Place(), columns, [.. rows]);
    }

    private Boxed Invocation(SourceElement expression, NamesInScope names)
    {
        if (ExpressionIn(expression) is not { } called)
            return Broken(expression, report.Add(DmnDescriptors.ExpressionMissing, expression, "the called function", expression.Name));
        var bindings = ImmutableArray.CreateBuilder<(string, DmnType?, Boxed)>();
        foreach (var binding in expression.DmnChildren("binding"))
        {
            if (binding.DmnChild("parameter") is not { NameText: { Length: > 0 } name } parameter) report.Add(DmnDescriptors.MissingName, binding, "parameter");
            else bindings.Add((name, names.Types.Of(parameter), Child(binding, names, "an expression")));
        }
        return new BoxedInvocation(expression.Place(), Read(called, names), called.TextOf("text")?.Text.Trim() ?? called.Name, bindings.ToImmutable());
    }

    public BoxedFunction Function(SourceElement expression, NamesInScope names)
    {
        var parameters = expression.DmnChildren("formalParameter").Select(one => new Parameter(one.NameText ?? "", names.Types.Of(one))).ToImmutableArray();
        var kind = expression.Attribute("kind")?.Value ?? "FEEL";
        var body = kind == "FEEL"
            ? Child(expression, names.With(parameters.Select(one => one.Name)), "the body")
            : Broken(expression, report.Add(DmnDescriptors.ForeignFunction, expression, NameAround(expression), kind, Foreign(expression)));
        // A function's own type may be a function type; only a type of its result can be checked.
        return new(expression.Place(), parameters, names.Types.Of(expression) is { Shape: not Orchestrator.Feel.Syntax.FeelType.Function } type ? type : null, body);
    }

    private static string NameAround(SourceElement expression)
    {
        for (var at = expression; at is not null; at = at.Parent)
            if ((at.NameText ?? at.DmnChild("variable")?.NameText) is { Length: > 0 } name) return name;
        return "";
    }

    /// <summary>What the foreign function is called, as far as it says so: its class and method, or its document and model.</summary>
    private static string Foreign(SourceElement expression)
    {
        var parts = expression.DmnChildren("context").SelectMany(context => context.DmnChildren("contextEntry"))
            .Select(entry => ExpressionIn(entry)?.TextOf("text")?.Text.Trim()).Where(text => text is { Length: > 0 and <= 100 });
        return string.Join(' ', parts) is { Length: > 0 } found ? found : "without a name";
    }
}
