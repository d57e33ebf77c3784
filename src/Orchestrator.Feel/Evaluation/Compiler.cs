using System.Collections.Immutable;
using Orchestrator.Feel.Builtins;
using Orchestrator.Feel.Evaluation.Nodes;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Feel.Evaluation;

/// <summary>Turns a tree into nodes: local names become slots, names from outside are collected, calls of built-in functions are bound.</summary>
internal sealed class Compiler
{
    private readonly List<string> _freeNames = [];
    private readonly List<Local> _locals = [];
    private readonly HashSet<int> _slotsRead = [];
    private int _slots;
    private int _work;
    private bool _constant = true;

    /// <param name="Name">Null for the item of a filter, whose entries are in scope by names that are known only when it is there.</param>
    private readonly record struct Local(string? Name, int Slot);

    public static CompiledTree Compile(Expr tree, string? input)
    {
        var compiler = new Compiler();
        if (input is not null) compiler.Declare(input);
        var root = compiler.Node(tree);
        return new(root, compiler._slots, StepsOf(compiler._work), [.. compiler._freeNames], compiler._constant && compiler._freeNames.Count == 0);
    }

    /// <summary>What a part costs each time it is run through, beside its own loops and calls: a step for each eight units of <see cref="WorkOf"/>. Small bodies cost nothing.</summary>
    private static int StepsOf(int work) => work / 8;

    private static int WorkOf(Expr tree) => tree switch
    {
        Expr.Call => 8,
        Expr.Arithmetic => 4,
        _ => 1,
    };

    private int Declare(string? name)
    {
        var slot = _locals.Count == 0 ? 0 : _locals[^1].Slot + 1;
        _locals.Add(new(name, slot));
        _slots = Math.Max(_slots, slot + 1);
        return slot;
    }

    private void Forget(int count) => _locals.RemoveRange(_locals.Count - count, count);

    private Node Node(Expr tree)
    {
        _work += WorkOf(tree);
        return NodeOf(tree);
    }

    private Node NodeOf(Expr tree) => tree switch
    {
        Expr.Literal literal => new LiteralNode(literal.Span, literal.Value),
        Expr.Name name => NameOf(name),
        Expr.List list => new ListNode(list.Span, Nodes(list.Items)),
        Expr.Context context => ContextOf(context),
        Expr.Range range => new RangeNode(range.Span, range.StartIncluded, Node(range.Start), Node(range.End), range.EndIncluded),
        Expr.HalfRange half => new HalfRangeNode(half.Span, half.Comparison, Node(half.End)),
        Expr.Negate negate => new NegateNode(negate.Span, Node(negate.Operand)),
        Expr.Arithmetic arithmetic => ArithmeticNode.Of(arithmetic.Span, arithmetic.Operator, Node(arithmetic.Left), Node(arithmetic.Right)),
        Expr.Compare compare => CompareOf(compare),
        Expr.And and => new AndNode(and.Span, Node(and.Left), Node(and.Right)),
        Expr.Or or => new OrNode(or.Span, Node(or.Left), Node(or.Right)),
        Expr.Between between => new BetweenNode(between.Span, Node(between.Value), Node(between.Low), Node(between.High)),
        Expr.In test => new InNode(test.Span, Node(test.Value), Nodes(test.Candidates)),
        Expr.InstanceOf instance => new InstanceOfNode(instance.Span, Node(instance.Value), instance.Type),
        Expr.If conditional => new IfNode(conditional.Span, Node(conditional.Condition), Node(conditional.Then), Node(conditional.Else)),
        Expr.For loop => ForOf(loop),
        Expr.Some some => QuantifiedOf(some.Span, some.Iterators, some.Condition, stopAt: true),
        Expr.Every every => QuantifiedOf(every.Span, every.Iterators, every.Condition, stopAt: false),
        Expr.Path path => new PathNode(path.Span, Node(path.Source), path.Property),
        Expr.Filter filter => FilterOf(filter),
        Expr.Call call => CallOf(call),
        Expr.Function function => FunctionOf(function, selfSlot: null),
        Expr.Tests tests => new TestsNode(tests.Span, tests.Negated, [.. tests.Alternatives.Select(test => (Node(test), ReadsInput.In(test)))]),
        _ => throw new System.Diagnostics.UnreachableException($"No node for {tree.GetType().Name}."),
    };

    private ImmutableArray<Node> Nodes(ImmutableArray<Expr> trees) => [.. trees.Select(Node)];

    private Node NameOf(Expr.Name name)
    {
        var items = ImmutableArray.CreateBuilder<int>();
        for (var i = _locals.Count - 1; i >= 0; i--)
        {
            if (_locals[i].Name is null) items.Add(_locals[i].Slot);
            else if (_locals[i].Name == name.Value)
            {
                _slotsRead.Add(_locals[i].Slot);
                return WithItems(name, items, new LocalNode(name.Span, _locals[i].Slot));
            }
        }
        Free(name.Value);
        return WithItems(name, items, new VariableNode(name.Span, name.Value, BuiltinTable.Find(name.Value)));
    }

    private void Free(string name)
    {
        if (!_freeNames.Contains(name)) _freeNames.Add(name);
    }

    private static Node WithItems(Expr.Name name, ImmutableArray<int>.Builder items, Node otherwise) =>
        items.Count == 0 ? otherwise : new ItemEntryNode(name.Span, name.Value, items.ToImmutable(), otherwise);

    private Node CompareOf(Expr.Compare compare)
    {
        var left = Node(compare.Left);
        var right = Node(compare.Right);
        return compare.Comparison switch
        {
            Comparison.Equal => new EqualNode(compare.Span, left, right, negated: false),
            Comparison.NotEqual => new EqualNode(compare.Span, left, right, negated: true),
            _ => new OrderNode(compare.Span, compare.Comparison, left, right),
        };
    }

    private ContextNode ContextOf(Expr.Context context)
    {
        var entries = ImmutableArray.CreateBuilder<ContextNode.Entry>(context.Entries.Length);
        foreach (var entry in context.Entries)
        {
            Node value;
            if (entry.Value is Expr.Function function)
            {
                // The entry's own name is declared first, so that the function may call itself.
                var self = Declare(entry.Key);
                value = FunctionOf(function, self);
                entries.Add(new(entry.Key, value, self));
                continue;
            }
            value = Node(entry.Value);
            entries.Add(new(entry.Key, value, Declare(entry.Key)));
        }
        Forget(context.Entries.Length);
        return new(context.Span, entries.ToImmutable());
    }

    private ForNode ForOf(Expr.For loop)
    {
        var iterators = IteratorsOf(loop.Iterators, out var start);
        var partial = Declare("partial");
        var body = Node(loop.Body);
        Forget(loop.Iterators.Length + 1);
        return new(loop.Span, iterators, _slotsRead.Contains(partial) ? partial : null, body, 1 + StepsOf(_work - start));
    }

    private QuantifiedNode QuantifiedOf(Diagnostics.TextSpan span, ImmutableArray<Expr.Iterator> iterators, Expr condition, bool stopAt)
    {
        var compiled = IteratorsOf(iterators, out var start);
        var body = Node(condition);
        Forget(iterators.Length);
        return new(span, compiled, body, stopAt, 1 + StepsOf(_work - start));
    }

    /// <param name="iterators">What the loop goes through, from the outermost.</param>
    /// <param name="start">The work before what is done more than once: all but the first list.</param>
    private ImmutableArray<IteratorNode> IteratorsOf(ImmutableArray<Expr.Iterator> iterators, out int start)
    {
        start = _work;
        var compiled = ImmutableArray.CreateBuilder<IteratorNode>(iterators.Length);
        foreach (var one in iterators)
        {
            var from = Node(one.From);
            var to = one.To is null ? null : Node(one.To);
            if (compiled.Count == 0) start = _work;
            compiled.Add(new(Declare(one.Name), from, to));
        }
        return compiled.ToImmutable();
    }

    private FilterNode FilterOf(Expr.Filter filter)
    {
        var source = Node(filter.Source);
        var item = Declare("item");
        var entries = Declare(null);
        var start = _work;
        var condition = Node(filter.Condition);
        Forget(2);
        return new(filter.Span, source, item, entries, condition, 1 + StepsOf(_work - start));
    }

    private FunctionNode FunctionOf(Expr.Function function, int? selfSlot)
    {
        var first = _locals.Count == 0 ? 0 : _locals[^1].Slot + 1;
        foreach (var parameter in function.Parameters) Declare(parameter.Name);
        var start = _work;
        var body = Node(function.Body);
        Forget(function.Parameters.Length);
        return new(function.Span, [.. function.Parameters.Select(one => one.Name)], [.. function.Parameters.Select(one => one.Type)], body, first, function.Body.Height, StepsOf(_work - start), selfSlot);
    }

    private Node CallOf(Expr.Call call)
    {
        var arguments = call.Arguments.Select(argument => Node(argument.Value)).ToImmutableArray();
        ImmutableArray<string>? names = call.Arguments.Any(argument => argument.Name is not null) ? [.. call.Arguments.Select(argument => argument.Name!)] : null;
        if (call.Callee is Expr.Name name && !IsLocal(name.Value) && BuiltinTable.Find(name.Value) is { } builtin)
        {
            _constant &= BuiltinTable.IsConstant(name.Value);
            var node = new BuiltinCallNode(call.Span, builtin, arguments, names);
            return name.Value == "@" ? new ZonedLiteralNode(call.Span, node) : node;
        }
        return new CallNode(call.Span, Node(call.Callee), arguments, names, call.Callee is Expr.Name callee ? callee.Value : "this expression");
    }

    private bool IsLocal(string name) => _locals.Exists(local => local.Name == name);
}
