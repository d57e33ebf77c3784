using System.Reflection;
using Orchestrator.Worker;

namespace Orchestrator.Letters.Texts;

/// <summary>The texts of an agency: the <c>.txt</c> resources of its assembly, <c>name.txt</c> or <c>name.level.txt</c>.</summary>
public sealed class TextShelf(Assembly assembly)
{
    /// <summary>The text called <paramref name="name"/>, in the version for <paramref name="level"/> (<c>L2</c>…) when there is one.</summary>
    /// <exception cref="JobInputException">There is no such text.</exception>
    public LetterText Find(string name, string? level = null) =>
        Read($"{name}.{level}.txt") is { } ofLevel ? new(ofLevel)
        : Read($"{name}.txt") is { } text ? new(text)
        : throw new JobInputException($"Expected 'template' to be one of {string.Join(", ", Names())}, but found '{name}'.");

    /// <summary>The names of the texts, without levels.</summary>
    public IReadOnlyList<string> Names() =>
        [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".txt", StringComparison.Ordinal)).Select(name => name.Split('.')[0]).Distinct().Order(StringComparer.Ordinal)];

    private string? Read(string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
