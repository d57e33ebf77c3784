using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Syntax;

/// <summary>Collects what is wrong with a text while it is read, in positions of that text.</summary>
internal sealed class Problems
{
    private readonly List<(Descriptor Descriptor, TextSpan Span, object[] Arguments)> _found = [];

    public int Count => _found.Count;

    public void Add(Descriptor descriptor, TextSpan span, params object[] arguments) => _found.Add((descriptor, span, arguments));

    public ImmutableArray<Diagnostic> In(EmbeddedText text) =>
        [.. _found.Select(one => new Diagnostic(one.Descriptor, text.Outer, text.ToOuter(one.Span), null, one.Arguments))];
}
