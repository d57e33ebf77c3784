using Orchestrator.Diagnostics;
using static Orchestrator.Bpmn.Tests.BpmnText;

namespace Orchestrator.Bpmn.Tests.Reading;

/// <summary>A diagnostic inside an expression points at the character in the file, whatever XML wrote it with.</summary>
public class PositionTests
{
    // The closing parenthesis of each text is what the expression language does not expect.
    [TestCase("=a &gt; 1 and )")]
    [TestCase("=&quot;x&quot; = b and )")]
    [TestCase("=a&#10;&#x0a;and )")]
    [TestCase("=a\n   and\n )")]
    [TestCase("=a\r\nand )")]
    [TestCase("=a &lt; &quot;&amp;&quot; )")]
    [TestCase("=\"&#x1F600;\" and )", '\'')]
    [TestCase("   = a and )")]
    public void In_an_attribute(string value, char quote = '"')
    {
        var text = Around($"""<bpmn:scriptTask id="x"><bpmn:extensionElements><zeebe:script resultVariable="r" expression={quote}{value}{quote}/></bpmn:extensionElements></bpmn:scriptTask>""");
        var place = text.IndexOf(value, StringComparison.Ordinal) + FirstBad(value);

        Assert.That(FirstOffset(text), Is.EqualTo(place));
    }

    [TestCase("  =a &gt; 1 and )")]
    [TestCase("\n\n =a\n and )")]
    [TestCase("<![CDATA[=a > 1 and )]]>")]
    [TestCase("\r\n<![CDATA[ =a > ]]><![CDATA[ 1 and )]]> ")]
    [TestCase("=a <!-- a ) in a comment -->and )")]
    [TestCase("&#61;a and )")]
    public void In_the_text_of_an_element(string value)
    {
        var text = Around($"""<bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition><bpmn:timeDate>{value}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");
        var place = text.IndexOf(value, StringComparison.Ordinal) + value.LastIndexOf(')');

        Assert.That(FirstOffset(text), Is.EqualTo(place));
    }

    [Test]
    public void After_a_byte_order_mark_and_old_line_ends()
    {
        var text = "\uFEFF<?xml version=\"1.0\"?>\r" + Around("\r\n<bpmn:userTask id=\"x\">\r<bpmn:extensionElements>\r\r\n<zeebe:ioMapping><zeebe:input source=\"=)\" target=\"t\"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>");

        Assert.That(FirstOffset(text), Is.EqualTo(text.IndexOf("=)", StringComparison.Ordinal) + 1));
    }

    [Test]
    public void The_element_of_an_expression_is_named()
    {
        var text = Around("""<bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition id="inner"><bpmn:timeDate id="text">=)</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");

        Assert.That(Read(text).Diagnostics.Single().Element, Is.EqualTo("x"));
    }

    private static int FirstBad(string value) => value.LastIndexOf(')');

    private static int FirstOffset(string text)
    {
        var diagnostic = Read(text).Diagnostics.First();
        Assert.That(diagnostic.Descriptor.Code, Does.StartWith("FEEL"));
        Assert.That(diagnostic.Descriptor.Severity, Is.EqualTo(Severity.Error));
        return diagnostic.Span.Start;
    }
}
