using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Forms;

/// <summary>A form, or what is wrong with its text. With an error there is no schema; warnings may stand beside one. Diagnostics are ordered by their place.</summary>
public sealed record FormRead(FormSchema? Schema, ImmutableArray<Diagnostic> Diagnostics);
