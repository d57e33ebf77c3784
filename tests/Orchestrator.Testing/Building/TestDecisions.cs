using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Interpreter;

namespace Orchestrator.Testing.Building;

/// <summary>A decision model of a few tables, small enough to know by heart.</summary>
public static class TestDecisions
{
    /// <summary>
    /// <c>pathway</c> (FIRST: signed and at least 50 workers → "large"; signed → "standard"; else nothing) requires <c>size</c> (UNIQUE: "many" from 50 workers, "few" below);
    /// <c>clash</c> is UNIQUE with two rules that both match from 10 workers; <c>next</c> is the literal <c>n + 1</c>.
    /// </summary>
    public const string Xml = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rules" name="Rules" namespace="urn:rules">
          <inputData id="workers_in" name="workers"/><inputData id="signed_in" name="signed"/><inputData id="n_in" name="n"/>
          <decision id="size" name="Size">
            <informationRequirement id="r1"><requiredInput href="#workers_in"/></informationRequirement>
            <decisionTable id="size_table" hitPolicy="UNIQUE">
              <input id="i1" label="Workers"><inputExpression id="e1" typeRef="number"><text>workers</text></inputExpression></input>
              <output id="o1" name="size" typeRef="string"/>
              <rule id="many"><inputEntry id="c1"><text>&gt;= 50</text></inputEntry><outputEntry id="v1"><text>"many"</text></outputEntry></rule>
              <rule id="few"><inputEntry id="c2"><text>&lt; 50</text></inputEntry><outputEntry id="v2"><text>"few"</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="pathway" name="Pathway">
            <extensionElements><z:versionTag xmlns:z="http://camunda.org/schema/zeebe/1.0" value="2026"/></extensionElements>
            <informationRequirement id="r2"><requiredInput href="#signed_in"/></informationRequirement>
            <informationRequirement id="r3"><requiredDecision href="#size"/></informationRequirement>
            <decisionTable id="pathway_table" hitPolicy="FIRST">
              <input id="i2" label="Signed"><inputExpression id="e2"><text>signed</text></inputExpression></input>
              <input id="i3" label="Size"><inputExpression id="e3"><text>Size</text></inputExpression></input>
              <output id="o2" name="pathway"/>
              <annotation name="Why"/>
              <rule id="large"><inputEntry id="c3"><text>true</text></inputEntry><inputEntry id="c4"><text>"many"</text></inputEntry><outputEntry id="v3"><text>"large"</text></outputEntry><annotationEntry><text>art. 1</text></annotationEntry></rule>
              <rule id="standard"><inputEntry id="c5"><text>true</text></inputEntry><inputEntry id="c6"><text>-</text></inputEntry><outputEntry id="v4"><text>"standard"</text></outputEntry><annotationEntry><text>art. 2</text></annotationEntry></rule>
            </decisionTable>
          </decision>
          <decision id="clash" name="Clash">
            <informationRequirement id="r4"><requiredInput href="#workers_in"/></informationRequirement>
            <decisionTable id="clash_table" hitPolicy="UNIQUE">
              <input id="i4" label="Workers"><inputExpression id="e4"><text>workers</text></inputExpression></input>
              <output id="o3" name="clash"/>
              <rule id="one"><inputEntry id="c7"><text>&gt;= 10</text></inputEntry><outputEntry id="v5"><text>1</text></outputEntry></rule>
              <rule id="two"><inputEntry id="c8"><text>&gt; 5</text></inputEntry><outputEntry id="v6"><text>2</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="next" name="Next">
            <informationRequirement id="r5"><requiredInput href="#n_in"/></informationRequirement>
            <literalExpression id="e5"><text>n + 1</text></literalExpression>
          </decision>
        </definitions>
        """;

    /// <summary>Version 1 of each, in the deployment of the processes.</summary>
    public static IReadOnlyList<DeployedDecision> All { get; } = [.. Read(Xml)];

    private static IEnumerable<DeployedDecision> Read(string xml)
    {
        var read = DmnReader.Read(new SourceText("rules.dmn", xml));
        if (read.HasErrors) throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
        return read.Model!.Elements.Where(element => element.Kind == DmnElementKind.Decision)
            .Select((decision, index) => new DeployedDecision(new(1_000 + index), 1, decision.Id, decision.Name, 1, $"{index:x64}", "rules.dmn", read.Model));
    }
}
