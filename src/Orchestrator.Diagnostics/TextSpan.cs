namespace Orchestrator.Diagnostics;

/// <summary>A half-open range of a text: <see cref="Start"/> is an offset from 0, <see cref="Length"/> counts UTF-16 units and may be 0.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan Between(int start, int end) => new(start, Math.Max(0, end - start));
}
