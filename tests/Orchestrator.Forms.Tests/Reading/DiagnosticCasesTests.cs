using System.Reflection;
using Orchestrator.Diagnostics;
using Orchestrator.Testing;

namespace Orchestrator.Forms.Tests.Reading;

/// <summary>Each file of <c>Cases</c> is wrong in some way; beside it stands what its author is told.</summary>
public class DiagnosticCasesTests
{
    private static readonly string Folder = Path.Combine(Golden.ProjectFolder(), "Reading", "Cases");

    // Told by the compiler of a deployment, over several files; tested there. FORM0002 is tested below.
    private static readonly string[] Elsewhere = ["FORM0201", "FORM0202", "FORM0002"];

    public static IEnumerable<string> Cases => Directory.GetFiles(Folder, "*.form").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void A_wrong_form_is_answered_with_code_place_element_and_remedy(string name)
    {
        var read = FormSchema.Read(new SourceText(name, File.ReadAllText(Path.Combine(Folder, name))));

        var told = string.Concat(read.Diagnostics.Select(diagnostic => diagnostic + "\n"));

        Golden.Check(Path.Combine("Reading", "Cases", Path.ChangeExtension(name, ".diagnostics")), told);
        Assert.That(told, Is.Not.Empty, "a case that is told nothing tests nothing");
    }

    [Test]
    public void Every_diagnostic_has_a_case()
    {
        var told = string.Concat(Directory.GetFiles(Folder, "*.diagnostics").Select(File.ReadAllText));
        var codes = typeof(FormDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((Descriptor)field.GetValue(null)!).Code).ToList();

        Assert.That(codes, Is.Unique);
        Assert.That(codes.Except(Elsewhere).Where(code => !told.Contains(code, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_form_that_is_too_large_is_refused()
    {
        Assert.That(Codes(new string(' ', FormLimits.FileCharactersMax + 1)), Is.EqualTo(new[] { "FORM0002" }));
        var many = string.Join(',', Enumerable.Repeat("""{"type":"spacer"}""", FormLimits.ComponentsMax + 1));
        Assert.That(Codes($$"""{"type":"default","id":"f","components":[{{many}}]}"""), Is.EqualTo(new[] { "FORM0002" }));
    }

    [Test]
    public void Random_damage_never_throws_and_is_told_inside_the_text()
    {
        var texts = Directory.GetFiles(Folder, "*.form").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        string[] pieces = ["{", "}", "[", "]", "\"", "\\", "\\u00", ",", ":", "null", "-", "1e", "\"key\":\"=\"", "\uD800", "\0"];
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var text = texts[random.Next(texts.Length)];
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                var at = random.Next(text.Length + 1);
                var length = Math.Min(text.Length - at, random.Next(1, 20));
                text = random.Next(3) switch { 0 => text.Remove(at, length), 1 => text.Insert(at, pieces[random.Next(pieces.Length)]), _ => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)) };
            }
            foreach (var diagnostic in FormText.Read(text).Diagnostics)
            {
                Assert.That(diagnostic.Span.Start, Is.InRange(0, text.Length), $"SEED={seed}");
                Assert.That(diagnostic.Span.End, Is.InRange(0, text.Length), $"SEED={seed}");
                Assert.That(diagnostic.ToString(), Does.Not.Contain("{0}"), $"SEED={seed}");
            }
        }
    }

    private static string[] Codes(string text) => [.. FormText.Read(text).Diagnostics.Select(d => d.Descriptor.Code)];
}
