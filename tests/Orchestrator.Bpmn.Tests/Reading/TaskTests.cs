using Orchestrator.Bpmn.Model;
using static Orchestrator.Bpmn.Tests.BpmnText;

namespace Orchestrator.Bpmn.Tests.Reading;

public class TaskTests
{
    [Test]
    public void A_service_task_offers_a_job_with_headers()
    {
        var task = Node<ServiceTaskNode>("""
            <bpmn:serviceTask id="x" name="Verifica"><bpmn:extensionElements>
              <zeebe:taskDefinition type="apl.validate-workers" retries="5"/>
              <zeebe:taskHeaders><zeebe:header key="b" value="2"/><zeebe:header key="a" value="1"/></zeebe:taskHeaders>
            </bpmn:extensionElements></bpmn:serviceTask>
            """);

        Assert.That(task.Name, Is.EqualTo("Verifica"));
        Assert.That(task.Job.Type, Is.EqualTo(new BpmnValue.Fixed("apl.validate-workers")));
        Assert.That(task.Job.Retries, Is.EqualTo(new BpmnValue.Fixed("5")));
        Assert.That(task.Job.Headers, Is.EqualTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }));
    }

    [Test]
    public void A_business_rule_task_names_a_decision_its_version_and_where_the_result_goes()
    {
        var task = Node<BusinessRuleTaskNode>("""<bpmn:businessRuleTask id="x"><bpmn:extensionElements><zeebe:calledDecision decisionId="pathway" resultVariable="way"/></bpmn:extensionElements></bpmn:businessRuleTask>""");
        Assert.That(task.Decision, Is.EqualTo(new CalledDecision(new BpmnValue.Fixed("pathway"), Binding.Deployment, null, "way")));

        var tagged = Node<BusinessRuleTaskNode>("""
            <bpmn:businessRuleTask id="x"><bpmn:extensionElements>
              <zeebe:calledDecision decisionId="=which" resultVariable="way" bindingType="versionTag" versionTag="2026"/>
            </bpmn:extensionElements></bpmn:businessRuleTask>
            """);
        Assert.That((tagged.Decision!.Binding, tagged.Decision.VersionTag), Is.EqualTo((Binding.VersionTag, "2026")));
        Assert.That(((BpmnValue.Computed)tagged.Decision.DecisionId).Expression.FreeNames, Is.EqualTo(new[] { "which" }));
    }

    [Test]
    public void A_business_rule_task_may_be_work_for_a_worker() =>
        Assert.That(Node<BusinessRuleTaskNode>("""<bpmn:businessRuleTask id="x"><bpmn:extensionElements><zeebe:taskDefinition type="rules"/></bpmn:extensionElements></bpmn:businessRuleTask>""").Job!.Type, Is.EqualTo(new BpmnValue.Fixed("rules")));

    [Test]
    public void A_leading_equals_sign_makes_an_expression()
    {
        var task = Node<ServiceTaskNode>("""<bpmn:serviceTask id="x"><bpmn:extensionElements><zeebe:taskDefinition type="= &quot;a&quot; + b"/></bpmn:extensionElements></bpmn:serviceTask>""");

        Assert.That(((BpmnValue.Computed)task.Job.Type).Expression.FreeNames, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void An_ad_hoc_sub_process_says_what_begins_who_may_choose_and_when_it_is_done()
    {
        var graph = Graph(Around("""
            <bpmn:adHocSubProcess id="x" cancelRemainingInstances="false"><bpmn:extensionElements>
                <zeebe:adHoc activeElementsCollection="=chosen" outputCollection="marks" outputElement="=mark"/>
                <orch:starters groups="=&quot;cpi:&quot; + centre"/>
              </bpmn:extensionElements>
              <bpmn:completionCondition>=count(marks) = 2</bpmn:completionCondition>
              <bpmn:userTask id="talk"/><bpmn:sequenceFlow id="inner" sourceRef="talk" targetRef="write"/><bpmn:sendTask id="write"><bpmn:extensionElements><zeebe:taskDefinition type="post"/></bpmn:extensionElements></bpmn:sendTask>
              <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
              <bpmn:boundaryEvent id="late" attachedToRef="talk"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            </bpmn:adHocSubProcess>
            """));
        var node = (AdHocSubProcessNode)graph[new ElementId("x")];

        Assert.That(node.ActiveElements!.FreeNames, Is.EqualTo(new[] { "chosen" }));
        Assert.That(node.CompletionCondition!.FreeNames, Does.Contain("marks"));
        Assert.That((node.CancelRemaining, node.OutputCollection), Is.EqualTo((false, "marks")));
        Assert.That(((BpmnValue.Computed)node.StarterGroups!).Expression.FreeNames, Is.EqualTo(new[] { "centre" }));
        Assert.That(graph.ActivatableIn(node.Id).Select(inner => inner.Id.Value), Is.EqualTo(new[] { "talk", "wait" }));
    }

    [Test]
    public void A_user_task_reads_what_people_need()
    {
        var task = Node<UserTaskNode>("""
            <bpmn:userTask id="x"><bpmn:extensionElements>
              <zeebe:userTask/>
              <zeebe:assignmentDefinition assignee="=who" candidateGroups="apl, regione" candidateUsers="=users"/>
              <zeebe:taskSchedule dueDate="2026-03-31T23:59:59+02:00" followUpDate="=f"/>
              <zeebe:priorityDefinition priority="80"/>
              <zeebe:formDefinition formId="meeting" bindingType="latest"/>
              <zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>
            </bpmn:extensionElements></bpmn:userTask>
            """);

        Assert.That(task.CandidateGroups, Is.EqualTo(new BpmnValue.Fixed("apl, regione")));
        Assert.That(task.Assignee, Is.TypeOf<BpmnValue.Computed>());
        Assert.That(task.DueDate, Is.EqualTo(new BpmnValue.Fixed("2026-03-31T23:59:59+02:00")));
        Assert.That(task.Priority, Is.EqualTo(new BpmnValue.Fixed("80")));
        Assert.That((task.FormId, task.FormBinding), Is.EqualTo(("meeting", Binding.Latest)));
        Assert.That(task.Headers["k"], Is.EqualTo("v"));
    }

    [Test]
    public void A_user_task_without_candidates_takes_the_group_of_its_lane()
    {
        var graph = Graph(Process("""
            <bpmn:laneSet><bpmn:lane id="l1" name="Agenzia"><bpmn:extensionElements><orch:lane group="apl"/></bpmn:extensionElements>
              <bpmn:flowNodeRef>start</bpmn:flowNodeRef><bpmn:flowNodeRef> sub </bpmn:flowNodeRef>
              <bpmn:childLaneSet><bpmn:lane id="l2" name="regione"><bpmn:flowNodeRef>own</bpmn:flowNodeRef><bpmn:flowNodeRef>named</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet>
            </bpmn:lane></bpmn:laneSet>
            <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="sub"/>
            <bpmn:subProcess id="sub"><bpmn:startEvent id="s"/><bpmn:sequenceFlow id="b" sourceRef="s" targetRef="inner"/><bpmn:userTask id="inner"/></bpmn:subProcess>
            <bpmn:sequenceFlow id="c" sourceRef="sub" targetRef="own"/><bpmn:userTask id="own"/>
            <bpmn:sequenceFlow id="d" sourceRef="own" targetRef="named"/>
            <bpmn:userTask id="named"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="=g"/></bpmn:extensionElements></bpmn:userTask>
            """));

        Assert.That(Groups(graph, "inner"), Is.EqualTo(new BpmnValue.Fixed("apl")));
        Assert.That(Groups(graph, "own"), Is.EqualTo(new BpmnValue.Fixed("regione")));
        Assert.That(Groups(graph, "named"), Is.TypeOf<BpmnValue.Computed>());
        Assert.That(graph[new ElementId("inner")].Lane, Is.EqualTo("Agenzia"));
    }

    [Test]
    public void A_script_task_keeps_its_expression_and_result()
    {
        var task = Node<ScriptTaskNode>("""<bpmn:scriptTask id="x"><bpmn:extensionElements><zeebe:script expression="=a + 1" resultVariable="r"/></bpmn:extensionElements></bpmn:scriptTask>""");

        Assert.That((task.Script!.Text, task.ResultVariable, task.Job), Is.EqualTo(("a + 1", "r", (JobDefinition?)null)));
    }

    [Test]
    public void A_script_task_says_that_its_result_follows_from_facts()
    {
        var task = Node<ScriptTaskNode>("""<bpmn:scriptTask id="x"><bpmn:extensionElements><orch:derived/><zeebe:script expression="=a" resultVariable="r"/></bpmn:extensionElements></bpmn:scriptTask>""");

        Assert.That(task.Derived, Is.True);
        Assert.That(Codes(Around("""<bpmn:scriptTask id="x"><bpmn:extensionElements><orch:derived/><zeebe:taskDefinition type="t"/></bpmn:extensionElements></bpmn:scriptTask>""")), Is.EqualTo(new[] { "BPMN2002" }));
    }

    [Test]
    public void A_send_task_publishes_a_message_for_thirty_days_unless_it_says_otherwise()
    {
        var task = Node<SendTaskNode>("""
            <bpmn:sendTask id="x" messageRef="m"><bpmn:extensionElements>
              <orch:publish correlationKey="=caseId"><orch:variable name="when" value="=date"/></orch:publish>
            </bpmn:extensionElements></bpmn:sendTask>
            """, """<bpmn:message id="m" name="AgreementSigned"/>""");

        Assert.That(task.Job, Is.Null);
        Assert.That(task.Publish!.Name, Is.EqualTo(new BpmnValue.Fixed("AgreementSigned")));
        Assert.That(task.Publish.TimeToLive, Is.Null);
        Assert.That(task.Publish.Variables.Single().Target, Is.EqualTo("when"));
    }

    [Test]
    public void A_receive_task_waits_for_a_message_by_name_and_key()
    {
        var task = Node<ReceiveTaskNode>(
            """<bpmn:receiveTask id="x" messageRef="t:m"/>""",
            """<bpmn:message id="m" name="Done"><bpmn:extensionElements><zeebe:subscription correlationKey="=id"/></bpmn:extensionElements></bpmn:message>""");

        Assert.That(task.Message.Name, Is.EqualTo(new BpmnValue.Fixed("Done")));
        Assert.That(((BpmnValue.Computed)task.Message.CorrelationKey!).Expression.Text, Is.EqualTo("id"));
    }

    [Test]
    public void A_call_activity_binds_to_its_deployment_unless_it_says_otherwise()
    {
        var plain = Node<CallActivityNode>("""<bpmn:callActivity id="x"><bpmn:extensionElements><zeebe:calledElement processId="sub"/></bpmn:extensionElements></bpmn:callActivity>""");
        var tagged = Node<CallActivityNode>("""
            <bpmn:callActivity id="x"><bpmn:extensionElements>
              <zeebe:calledElement processId="=p" bindingType="versionTag" versionTag="v2" propagateAllChildVariables="false" propagateAllParentVariables="false"/>
            </bpmn:extensionElements></bpmn:callActivity>
            """);

        Assert.That((plain.ProcessId, plain.Binding, plain.PropagateAllParent, plain.PropagateAllChild), Is.EqualTo(((BpmnValue)new BpmnValue.Fixed("sub"), Binding.Deployment, true, true)));
        Assert.That((tagged.Binding, tagged.VersionTag, tagged.PropagateAllParent, tagged.PropagateAllChild), Is.EqualTo((Binding.VersionTag, "v2", false, false)));
    }

    [Test]
    public void Mappings_keep_their_order_and_their_paths()
    {
        var task = Node<UserTaskNode>("""
            <bpmn:userTask id="x"><bpmn:extensionElements><zeebe:ioMapping>
              <zeebe:input source="=a" target="b.c"/><zeebe:output source="=d" target="e"/><zeebe:input source="fixed" target="f"/>
            </zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>
            """);

        Assert.That(task.Inputs.Select(mapping => mapping.Target), Is.EqualTo(new[] { "b.c", "f" }));
        Assert.That(task.Outputs.Select(mapping => mapping.Target), Is.EqualTo(new[] { "e" }));
    }

    [Test]
    public void A_multi_instance_reads_its_collection_and_condition()
    {
        var task = Node<UserTaskNode>("""
            <bpmn:userTask id="x"><bpmn:multiInstanceLoopCharacteristics isSequential="true">
              <bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=cases" inputElement="case" outputCollection="results" outputElement="=result"/></bpmn:extensionElements>
              <bpmn:completionCondition>  =done  </bpmn:completionCondition>
            </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
            """);

        var loop = task.MultiInstance!;
        Assert.That((loop.Sequential, loop.InputCollection.Text, loop.InputElement), Is.EqualTo((true, "cases", "case")));
        Assert.That((loop.OutputCollection, loop.OutputElement!.Text, loop.CompletionCondition!.Text), Is.EqualTo(("results", "result", "done")));
    }

    private static BpmnValue? Groups(ProcessGraph graph, string id) => ((UserTaskNode)graph[new ElementId(id)]).CandidateGroups;
}
