using Orchestrator.Diagnostics;
using Orchestrator.Testing;

namespace Orchestrator.Bpmn.Tests.Reading;

/// <summary>No text makes the reader throw, and every place it names lies inside the text. A failure prints its seed.</summary>
public class MutationTests
{
    private static readonly string[] Pieces =
        ["<", ">", "\"", "=", "&", "&gt;", "&#0;", "]]>", "<![CDATA[", "<!--", "\r", "\u0000", "\uD800", "id=\"start\"", "sourceRef=\"x\"", "<bpmn:subProcess id=\"q\">", "</bpmn:process>", "xmlns:bpmn=\"\"", "=)("];

    [Test]
    public void Random_damage_never_throws_and_is_told_inside_the_text()
    {
        var texts = Directory.GetFiles(Path.Combine(Golden.ProjectFolder(), "Reading", "Cases"), "*.bpmn").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        for (var seed = 0; seed < 4_000; seed++)
        {
            var random = new Random(seed);
            var text = texts[random.Next(texts.Length)];
            for (var change = random.Next(1, 5); change > 0; change--) text = Damage(text, random);
            Check(text, seed);
        }
    }

    private static string Damage(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, random.Next(1, 30));
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at],
            _ => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
        };
    }

    private static void Check(string text, int seed)
    {
        try
        {
            var read = BpmnReader.Read(new SourceText("damaged.bpmn", text));
            foreach (var diagnostic in read.Diagnostics)
            {
                Assert.That(diagnostic.Span.Start, Is.InRange(0, text.Length), $"SEED={seed}");
                Assert.That(diagnostic.Span.End, Is.InRange(diagnostic.Span.Start, text.Length), $"SEED={seed}");
                Assert.That(diagnostic.ToString(), Does.Not.Contain("{0}"), $"SEED={seed}");
            }
        }
        catch (Exception broken) when (broken is not AssertionException)
        {
            Assert.Fail($"SEED={seed}: {broken}");
        }
    }
}
