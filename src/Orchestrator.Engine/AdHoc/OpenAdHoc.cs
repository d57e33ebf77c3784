using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.AdHoc;

/// <summary>A running ad-hoc sub-process in which something may be chosen, and what, in document order. <see cref="Label"/> is its name in the definition, else its id.</summary>
public sealed record OpenAdHoc(ScopeKey Key, ElementId Element, string Label, ImmutableArray<ActivatableElement> Elements);

/// <summary>An element that may be chosen, with its name in the definition, else its id. <see cref="Running"/>: how many of it are open.</summary>
public sealed record ActivatableElement(ElementId Element, string Label, int Running);
