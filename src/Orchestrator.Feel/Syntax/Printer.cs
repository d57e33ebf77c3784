using System.Collections.Immutable;
using System.Text;

namespace Orchestrator.Feel.Syntax;

/// <summary>Writes a tree as an expression that reads back to the same tree.</summary>
internal sealed class Printer
{
    private readonly StringBuilder _text = new();

    public static string Print(Expr tree)
    {
        var printer = new Printer();
        printer.Write(tree);
        return printer._text.ToString();
    }

    public static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    public static string Sign(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        ArithmeticOperator.Divide => "/",
        _ => "**",
    };

    /// <summary>How strongly the outermost operator of a tree binds; operands bind strongest.</summary>
    private static int Power(Expr tree) => tree switch
    {
        Expr.If or Expr.For or Expr.Some or Expr.Every or Expr.Function or Expr.HalfRange => 0,
        Expr.Or => 1,
        Expr.And => 2,
        Expr.Compare or Expr.Between or Expr.In => 3,
        Expr.Arithmetic { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => 4,
        Expr.Arithmetic { Operator: ArithmeticOperator.Multiply or ArithmeticOperator.Divide } => 5,
        Expr.Arithmetic => 6,
        Expr.Negate => 7,
        Expr.Literal { Value: FeelNumber { Value.IsNegative: true } } => 7,
        Expr.InstanceOf => 8,
        _ => 9,
    };

    /// <summary>Writes a child that must bind at least as strongly as <paramref name="least"/>, else in parentheses.</summary>
    private void Write(Expr tree, int least)
    {
        // Half a range in parentheses is itself, so it needs no second pair.
        var bare = Power(tree) >= least || tree is Expr.HalfRange;
        if (!bare) _text.Append('(');
        Write(tree);
        if (!bare) _text.Append(')');
    }

    private void Write(Expr tree)
    {
        switch (tree)
        {
            case Expr.Literal literal: _text.Append(FeelText.Literal(literal.Value)); break;
            case Expr.Name name: _text.Append(name.Value); break;
            case Expr.List list: WriteAll("[", list.Items, "]"); break;
            case Expr.Context context: WriteContext(context); break;
            case Expr.Range range: WriteRange(range); break;
            case Expr.HalfRange half: WriteHalf(half); break;
            case Expr.Negate negate: _text.Append('-'); Write(negate.Operand, negate.Operand is Expr.Literal { Value: FeelNumber } ? 10 : 7); break;
            case Expr.Arithmetic arithmetic: WriteBinary(arithmetic.Left, Sign(arithmetic.Operator), arithmetic.Right, Power(arithmetic)); break;
            case Expr.Compare compare: WriteBinary(compare.Left, Sign(compare.Comparison), compare.Right, 3); break;
            case Expr.And and: WriteBinary(and.Left, "and", and.Right, 2); break;
            case Expr.Or or: WriteBinary(or.Left, "or", or.Right, 1); break;
            case Expr.Between between: WriteBinary(between.Value, "between", between.Low, 3); _text.Append(" and "); Write(between.High, 4); break;
            case Expr.In test: WriteIn(test); break;
            case Expr.InstanceOf instance: Write(instance.Value, 8); _text.Append(" instance of ").Append(instance.Type); break;
            case Expr.If conditional: WriteIf(conditional); break;
            case Expr.For loop: WriteLoop("for", loop.Iterators, "return", loop.Body); break;
            case Expr.Some some: WriteLoop("some", some.Iterators, "satisfies", some.Condition); break;
            case Expr.Every every: WriteLoop("every", every.Iterators, "satisfies", every.Condition); break;
            case Expr.Path path: Write(path.Source, 9); _text.Append('.').Append(path.Property); break;
            case Expr.Filter filter: Write(filter.Source, 9); _text.Append('['); Write(filter.Condition); _text.Append(']'); break;
            case Expr.Call call: WriteCall(call); break;
            case Expr.Function function: WriteFunction(function); break;
            case Expr.Tests tests: WriteTests(tests); break;
            default: throw new System.Diagnostics.UnreachableException($"No text for {tree.GetType().Name}.");
        }
    }

    private void WriteBinary(Expr left, string sign, Expr right, int power)
    {
        // A construct without an end of its own (if, for …) on the left would swallow the operator.
        Write(left, power);
        _text.Append(' ').Append(sign).Append(' ');
        Write(right, power + 1);
    }

    private void WriteAll(string open, ImmutableArray<Expr> items, string close)
    {
        _text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) _text.Append(", ");
            Write(items[i]);
        }
        _text.Append(close);
    }

    private void WriteKey(string key)
    {
        if (Names.IsPlain(key)) _text.Append(key);
        else FeelText.AppendQuoted(_text, key);
    }

    private void WriteContext(Expr.Context context)
    {
        _text.Append('{');
        for (var i = 0; i < context.Entries.Length; i++)
        {
            if (i > 0) _text.Append(", ");
            WriteKey(context.Entries[i].Key);
            _text.Append(": ");
            Write(context.Entries[i].Value);
        }
        _text.Append('}');
    }

    private void WriteRange(Expr.Range range)
    {
        _text.Append(range.StartIncluded ? '[' : '(');
        Write(range.Start);
        _text.Append(" .. ");
        Write(range.End);
        _text.Append(range.EndIncluded ? ']' : ')');
    }

    private void WriteHalf(Expr.HalfRange half)
    {
        _text.Append('(').Append(Sign(half.Comparison)).Append(' ');
        Write(half.End, 4);
        _text.Append(')');
    }

    private void WriteIn(Expr.In test)
    {
        Write(test.Value, 3);
        _text.Append(" in ");
        if (test.Candidates.Length > 1) WriteAll("(", test.Candidates, ")");
        else Write(test.Candidates[0], 4);
    }

    private void WriteIf(Expr.If conditional)
    {
        _text.Append("if ");
        Write(conditional.Condition);
        _text.Append(" then ");
        Write(conditional.Then);
        _text.Append(" else ");
        Write(conditional.Else);
    }

    private void WriteLoop(string word, ImmutableArray<Expr.Iterator> iterators, string end, Expr body)
    {
        _text.Append(word).Append(' ');
        for (var i = 0; i < iterators.Length; i++)
        {
            if (i > 0) _text.Append(", ");
            _text.Append(iterators[i].Name).Append(" in ");
            Write(iterators[i].From);
            if (iterators[i].To is not { } to) continue;
            _text.Append(" .. ");
            Write(to);
        }
        _text.Append(' ').Append(end).Append(' ');
        Write(body);
    }

    private void WriteCall(Expr.Call call)
    {
        if (call is { Callee: Expr.Name { Value: "@" }, Arguments: [{ Value: Expr.Literal { Value: FeelString text } }] })
        {
            _text.Append('@');
            FeelText.AppendQuoted(_text, text.Value);
            return;
        }
        Write(call.Callee, 9);
        _text.Append('(');
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if (i > 0) _text.Append(", ");
            if (call.Arguments[i].Name is { } name) _text.Append(name).Append(": ");
            Write(call.Arguments[i].Value);
        }
        _text.Append(')');
    }

    private void WriteFunction(Expr.Function function)
    {
        _text.Append("function(");
        for (var i = 0; i < function.Parameters.Length; i++)
        {
            if (i > 0) _text.Append(", ");
            _text.Append(function.Parameters[i].Name);
            if (function.Parameters[i].Type is { } type) _text.Append(": ").Append(type);
        }
        _text.Append(") ");
        Write(function.Body);
    }

    private void WriteTests(Expr.Tests tests)
    {
        if (tests.Alternatives.IsEmpty) _text.Append('-');
        else WriteAll(tests.Negated ? "not(" : "", tests.Alternatives, tests.Negated ? ")" : "");
    }
}
