using System.Text;

namespace Orchestrator.Server.Tests.Definitions;

/// <summary>A file of a deployment, as bytes: some of them are no text.</summary>
internal sealed record BadFile(string Name, byte[] Content)
{
    public BadFile(string name, string content) : this(name, Encoding.UTF8.GetBytes(content)) { }
}

/// <summary>What must be refused: the files, and the code, file, line and element that the refusal must name. A null code is a refusal before the files are read.</summary>
internal sealed record BadDefinition(string What, IReadOnlyList<BadFile> Files, string? Code, string File, int Line, string? Element)
{
    public override string ToString() => What;
}

/// <summary>Definitions that nobody should be able to deploy.</summary>
internal static class BadDefinitions
{
    private const string Sound = """
        <bpmn:startEvent id="start"><bpmn:outgoing>go</bpmn:outgoing></bpmn:startEvent>
        <bpmn:sequenceFlow id="go" sourceRef="start" targetRef="end" />
        <bpmn:endEvent id="end"><bpmn:incoming>go</bpmn:incoming></bpmn:endEvent>
        """;

    /// <summary>The five that the commission names; a person meets these every day.</summary>
    public static IEnumerable<BadDefinition> Everyday { get; } =
    [
        One("an unknown element", "BPMN0008", 5, "beam", Sound + "\n<bpmn:teleportTask id=\"beam\" />"),
        One("an element that is not executed yet", "BPMN2001", 5, "choose", Sound + "\n<bpmn:complexGateway id=\"choose\" />"),
        One("a flow that ends nowhere", "BPMN0104", 5, "lost", Sound + "\n<bpmn:sequenceFlow id=\"lost\" sourceRef=\"start\" targetRef=\"nowhere\" />"),
        One("an expression that cannot be read", "FEEL0001", 4, "compute", Script("1 + * 2")),
        new("a form that no task uses", [new("a.bpmn", Process(Sound)), new("stray.form", Form("stray", ""))], "FORM0202", "stray.form", 1, "stray"),
        One("a form that is not there", "BPMN1011", 4, "task", Between("userTask", "task", Extension("""<zeebe:userTask /><zeebe:formDefinition formId="absent" bindingType="deployment" />"""))),
        One("a loop without a way out and without a wait", "BPMN0215", 4, "again", """
            <bpmn:startEvent id="start"><bpmn:outgoing>go</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="go" sourceRef="start" targetRef="again" />
            <bpmn:exclusiveGateway id="again"><bpmn:incoming>go</bpmn:incoming><bpmn:incoming>back</bpmn:incoming><bpmn:outgoing>on</bpmn:outgoing></bpmn:exclusiveGateway>
            <bpmn:scriptTask id="turn"><bpmn:extensionElements><zeebe:script expression="=1" resultVariable="x" /></bpmn:extensionElements><bpmn:incoming>on</bpmn:incoming><bpmn:outgoing>back</bpmn:outgoing></bpmn:scriptTask>
            <bpmn:sequenceFlow id="on" sourceRef="again" targetRef="turn" />
            <bpmn:sequenceFlow id="back" sourceRef="turn" targetRef="again" />
            """),
    ];

    /// <summary>Those that somebody sends on purpose, or a broken program.</summary>
    public static IEnumerable<BadDefinition> Hostile { get; } =
    [
        new("a file that is empty", [new("empty.bpmn", "")], "BPMN0001", "empty.bpmn", 1, null),
        new("a file of zeros", [new("zero.bpmn", new byte[4096])], "BPMN0001", "zero.bpmn", 1, null),
        new("an external entity", [new("xxe.bpmn", "<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<d>&x;</d>")], "BPMN0001", "xxe.bpmn", 1, null),
        new("an entity bomb", [new("bomb.bpmn", Bomb())], "BPMN0001", "bomb.bpmn", 1, null),
        new("a name from a parameter entity", [new("pe.bpmn", "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\">%p;]><d/>")], "BPMN0001", "pe.bpmn", 1, null),
        new("XML that ends in the middle", [new("cut.bpmn", Process(Sound)[..^40])], "BPMN0001", "cut.bpmn", 4, null),
        new("a text in UTF-16 under another name", [new("utf16.bpmn", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Process(Sound))])], null, "utf16.bpmn", 0, null),
        new("a text in Latin-1", [new("latin.bpmn", Encoding.Latin1.GetBytes(Process(Sound).Replace("\"p\"", "\"perché\"", StringComparison.Ordinal)))], null, "latin.bpmn", 0, null),
        new("elements a thousand deep", [new("deep.bpmn", Process(string.Concat(Enumerable.Repeat("<bpmn:subProcess>", 1000)) + string.Concat(Enumerable.Repeat("</bpmn:subProcess>", 1000))))], "BPMN0003", "deep.bpmn", 2, null),
        new("more characters than a file may have", [new("huge.bpmn", Process(Sound) + new string(' ', 8 << 20))], "BPMN0002", "huge.bpmn", 1, null),
        One("an id that stands twice", "BPMN0007", 5, "end", Sound + "\n<bpmn:endEvent id=\"end\" />"),
        new("two processes of one id in one file", [new("twice.bpmn", Document(ProcessOnly(Sound) + "\n" + ProcessOnly(Sound)))], "BPMN0007", "twice.bpmn", 6, "p"),
        new("two processes of one id in two files", [new("a.bpmn", Process(Sound)), new("b.bpmn", Process(Sound))], "BPMN1013", "b.bpmn", 1, "p"),
        new("two forms of one id", [new("a.form", Form("f", "")), new("b.form", Form("f", ""))], "FORM0201", "b.form", 1, "f"),
        new("a form with a component that is not known", [new("odd.form", Form("odd", """{ "type": "hologram", "key": "x", "id": "c1" }"""))], "FORM0101", "odd.form", 1, "x"),
        new("a form that is no JSON", [new("no.form", "{ \"id\": ")], "FORM0001", "no.form", 1, null),
        new("a form that is a list", [new("list.form", "[]")], "FORM0003", "list.form", 1, null),
        new("a form nested a thousand deep", [new("deep.form", new string('[', 1000) + new string(']', 1000))], "FORM0001", "deep.form", 1, null),
        One("another root of another standard", "BPMN0005", 1, null, "").With("svg.bpmn", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "BPMN0004"),
        One("a process that is not executable", "BPMN0005", 1, null, "").With("draft.bpmn", Process(Sound).Replace("isExecutable=\"true\"", "isExecutable=\"false\"", StringComparison.Ordinal), "BPMN0005"),
        One("a timer that is no duration", "BPMN2006", 4, "wait", Between("intermediateCatchEvent", "wait", "", """<bpmn:timerEventDefinition id="t"><bpmn:timeDuration>soon</bpmn:timeDuration></bpmn:timerEventDefinition>""")),
        One("an expression ten thousand brackets deep", "FEEL", 4, "compute", Script(new string('(', 10_000) + "1" + new string(')', 10_000))),
        new("a name that climbs out of the folder", [new("../../etc/evil.bpmn", Process(Sound))], null, "", 0, null),
        new("a file of decisions that is none", [new("choose.dmn", "<definitions/>")], "DMN0004", "choose.dmn", 1, null),
        new("a decision with half an expression", [new("half.dmn", Decisions("m", "d", "1 +"))], "FEEL", "half.dmn", 2, "d"),
        new("two files of decisions of one id", [new("a.dmn", Decisions("m", "a", "1")), new("b.dmn", Decisions("m", "b", "1"))], "DMN0010", "b.dmn", 1, "m"),
        new("two decisions of one id", [new("a.dmn", Decisions("m", "d", "1")), new("b.dmn", Decisions("n", "d", "1"))], "DMN0011", "b.dmn", 2, "d"),
        One("a decision that is not there", "BPMN1016", 4, "rule", Between("businessRuleTask", "rule", "", Extension("<zeebe:calledDecision decisionId=\"nowhere\" resultVariable=\"r\" />"))),
    ];

    public static string Process(string body) => Document(ProcessOnly(body));

    public static string Form(string id, string components) => $$"""{ "id": "{{id}}", "type": "default", "schemaVersion": 18, "components": [{{components}}] }""";

    private static string Decisions(string model, string decision, string expression) =>
        $"<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"{model}\" name=\"{model}\" namespace=\"urn:{model}\">\n"
        + $"<decision id=\"{decision}\" name=\"{decision}\"><literalExpression><text>{expression}</text></literalExpression></decision></definitions>";

    private static string ProcessOnly(string body) => $"<bpmn:process id=\"p\" name=\"&lt;script&gt;alert(1)&lt;/script&gt;\" isExecutable=\"true\">\n{body}\n</bpmn:process>";

    private static string Document(string inside) =>
        $"<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" id=\"d\" targetNamespace=\"urn:x\">{inside}</bpmn:definitions>";

    private static BadDefinition One(string what, string code, int line, string? element, string body) => new(what, [new("bad.bpmn", Process(body))], code, "bad.bpmn", line, element);

    private static BadDefinition With(this BadDefinition one, string name, string content, string code) => one with { Files = [new(name, content)], File = name, Code = code };

    private static string Script(string expression) => Between("scriptTask", "compute", Extension($"<zeebe:script expression=\"={expression}\" resultVariable=\"x\" />"));

    private static string Extension(string inside) => $"<bpmn:extensionElements>{inside}</bpmn:extensionElements>";

    // start → node → end, the node in line 4.
    private static string Between(string type, string id, string before, string after = "") => $"""
        <bpmn:startEvent id="start"><bpmn:outgoing>go</bpmn:outgoing></bpmn:startEvent>
        <bpmn:sequenceFlow id="go" sourceRef="start" targetRef="{id}" />
        <bpmn:{type} id="{id}">{before}<bpmn:incoming>go</bpmn:incoming><bpmn:outgoing>on</bpmn:outgoing>{after}</bpmn:{type}>
        <bpmn:sequenceFlow id="on" sourceRef="{id}" targetRef="end" />
        <bpmn:endEvent id="end"><bpmn:incoming>on</bpmn:incoming></bpmn:endEvent>
        """;

    private static string Bomb()
    {
        var text = new StringBuilder("<!DOCTYPE b [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">");
        return text.Append("]><b>&a29;</b>").ToString();
    }
}
