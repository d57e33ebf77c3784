using System.Text.Json;
using Orchestrator.Testing;
using static Orchestrator.Bpmn.Tests.BpmnText;

namespace Orchestrator.Bpmn.Tests.Reading;

/// <summary>The description of the extension for modelers names the elements that the reader knows, by the names that the reader expects.</summary>
public class ModdleTests
{
    [Test]
    public void Every_element_of_the_descriptor_is_known_to_the_reader()
    {
        using var moddle = Descriptor();
        var names = moddle.RootElement.GetProperty("types").EnumerateArray().Select(type => ElementName(type.GetProperty("name").GetString()!)).Except(["variable"]).ToList();

        Assert.That(names, Has.Count.EqualTo(8));
        foreach (var name in names)
            Assert.That(Codes(Around($"""<bpmn:userTask id="x"><bpmn:extensionElements><orch:{name}/></bpmn:extensionElements></bpmn:userTask>""")), Does.Not.Contain("BPMN2102"), name);
        Assert.That(Codes(Around("""<bpmn:userTask id="x"><bpmn:extensionElements><orch:nothing/></bpmn:extensionElements></bpmn:userTask>""")), Is.EqualTo(new[] { "BPMN2102" }));
    }

    [Test]
    public void The_descriptor_carries_the_namespace_of_the_reader()
    {
        using var moddle = Descriptor();

        Assert.That(moddle.RootElement.GetProperty("uri").GetString(), Is.EqualTo("urn:orchestrator:bpmn:1"));
        Assert.That(moddle.RootElement.GetProperty("xml").GetProperty("tagAlias").GetString(), Is.EqualTo("lowerCase"));
    }

    private static string ElementName(string type) => char.ToLowerInvariant(type[0]) + type[1..];

    private static JsonDocument Descriptor() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Golden.ProjectFolder(), "..", "..", "docs", "orch-moddle.json")));
}
