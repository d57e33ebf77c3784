using System.Reflection;
using Orchestrator.Diagnostics;
using Orchestrator.Testing;

namespace Orchestrator.Bpmn.Tests.Reading;

/// <summary>Each file of <c>Cases</c> is wrong in one way; beside it stands what its author is told.</summary>
public class DiagnosticCasesTests
{
    private static readonly string Folder = Path.Combine(Golden.ProjectFolder(), "Reading", "Cases");

    // Told by the compiler of a deployment, over several files; tested there.
    private static readonly string[] OfDeployments = ["BPMN1011", "BPMN1012", "BPMN1013", "BPMN1014", "BPMN1016"];

    // Bounds that would need a very large file; tested in LimitTests.
    private static readonly string[] OfLimits = ["BPMN0002", "BPMN0003", "BPMN0009", "BPMN0010"];

    public static IEnumerable<string> Cases => Directory.GetFiles(Folder, "*.bpmn").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void A_wrong_file_is_answered_with_code_place_element_and_remedy(string name)
    {
        var read = BpmnReader.Read(new SourceText(name, File.ReadAllText(Path.Combine(Folder, name))));

        var told = string.Concat(read.Diagnostics.Select(diagnostic => diagnostic + "\n"));

        Golden.Check(Path.Combine("Reading", "Cases", Path.ChangeExtension(name, ".diagnostics")), told);
        Assert.That(told, Is.Not.Empty, "a case that is told nothing tests nothing");
        Assert.That(read.Processes.IsEmpty, Is.EqualTo(read.HasErrors));
    }

    [Test]
    public void Every_diagnostic_has_a_case()
    {
        var told = string.Concat(Directory.GetFiles(Folder, "*.diagnostics").Select(File.ReadAllText));
        var missing = Descriptors().Select(d => d.Code).Except([.. OfDeployments, .. OfLimits]).Where(code => !told.Contains(code, StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void A_code_is_used_once_and_says_its_family()
    {
        var codes = Descriptors().Select(d => d.Code).ToList();
        Assert.That(codes, Is.Unique);
        Assert.That(codes, Has.All.Match("^BPMN[012][0-9]{3}$"));
    }

    private static IEnumerable<Descriptor> Descriptors() =>
        typeof(BpmnDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Descriptor)field.GetValue(null)!);
}
