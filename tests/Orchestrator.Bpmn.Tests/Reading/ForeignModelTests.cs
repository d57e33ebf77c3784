using System.Xml.Linq;
using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn.Tests.Reading;

/// <summary>The reference models of the BPMN Model Interchange Working Group. They stand beside the checkout, never in it; without them these tests say so.</summary>
public class ForeignModelTests
{
    private static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    [Test]
    public void Every_reference_model_is_read_without_a_crash_and_every_place_lies_inside()
    {
        foreach (var file in Files())
        {
            var source = new SourceText(Path.GetFileName(file), File.ReadAllText(file));
            Inside(source, BpmnReader.Read(source));
        }
    }

    [Test]
    public void No_reference_model_is_taken_for_broken_XML_or_unknown_BPMN_when_it_is_made_executable()
    {
        foreach (var file in Files())
        {
            var document = XDocument.Load(file);
            foreach (var process in document.Root!.Elements(Model + "process")) process.SetAttributeValue("isExecutable", "true");
            var source = new SourceText(Path.GetFileName(file), document.ToString());

            var read = BpmnReader.Read(source);

            Inside(source, read);
            Assert.That(read.Diagnostics.Where(d => d.Descriptor.Code is "BPMN0001" or "BPMN0004" or "BPMN0008").Select(d => d.ToString()), Is.Empty);
        }
    }

    private static void Inside(SourceText source, BpmnRead read) =>
        Assert.That(read.Diagnostics.Where(d => d.Span.Start < 0 || d.Span.End > source.Text.Length), Is.Empty);

    private static string[] Files()
    {
        var folder = CorpusFolder("miwg");
        if (folder is null) Assert.Ignore("SKIPPED: the MIWG models are not there (ORCHESTRATOR_CONFORMANCE names their parent folder).");
        return Directory.GetFiles(folder!, "*.bpmn");
    }

    internal static string? CorpusFolder(string name)
    {
        if (Environment.GetEnvironmentVariable("ORCHESTRATOR_CONFORMANCE") is { Length: > 0 } named) return Directory.Exists(Path.Combine(named, name)) ? Path.Combine(named, name) : null;
        for (var at = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "conformance", name);
            if (Directory.Exists(candidate)) return candidate;
        }
        return null;
    }
}
