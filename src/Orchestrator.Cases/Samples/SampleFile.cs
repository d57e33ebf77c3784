using System.Text;

namespace Orchestrator.Cases.Samples;

/// <summary>A file of a set.</summary>
/// <param name="Name">Without a folder.</param>
/// <param name="Text">The whole content.</param>
/// <param name="Rows">Rows without the header; 1 for a file that is no table.</param>
public sealed record SampleFile(string Name, string Text, int Rows)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>UTF-8 without byte order mark.</summary>
    public byte[] Content => s_utf8.GetBytes(Text);

    /// <summary>The name alone: the content is about persons, though invented ones.</summary>
    public override string ToString() => Name;
}
