using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Elements;

/// <summary>Business-rule tasks over the decisions of <see cref="TestDecisions"/>: the result goes on, and history can explain it.</summary>
public sealed class BusinessRuleTests
{
    private static Play Decide(string decision, string variables, Func<BusinessRuleTaskNode, BusinessRuleTaskNode>? with = null) => Play.Of(new ProcessBuilder("p")
        .Start().To("decide")
        .BusinessRuleTask("decide", decision, "result", with).To("stay")
        .UserTask("stay").To("end")
        .End().Build()).Start(variables);

    private static InstanceEvent.DecisionEvaluated Evaluated(Play play) => play.All<InstanceEvent.DecisionEvaluated>().Single();

    [Test]
    public void The_result_is_written_and_the_process_goes_on_in_the_same_command()
    {
        var play = Decide("pathway", "{workers: 60, signed: true}");
        Assert.That((play.Active, play.Var("result")), Is.EqualTo(("stay", "\"large\"")));
        Assert.That(play.All<InstanceEvent.VariablesSet>().Last().Cause, Is.EqualTo(VariableCause.Decision));
    }

    [Test]
    public void The_record_names_the_version_and_each_decision_with_what_it_required_those_required_first()
    {
        var evaluated = Evaluated(Decide("pathway", "{workers: 60, signed: true}"));
        Assert.That((evaluated.Decision.DecisionId, evaluated.Decision.Name, evaluated.Decision.Version), Is.EqualTo(("pathway", "Pathway", 1)));
        Assert.That(evaluated.Decision.ContentHash, Has.Length.EqualTo(64));
        Assert.That(evaluated.Decisions.Select(one => $"{one.Id} {one.Inputs} {one.Value}"),
            Is.EqualTo(new[] { "size {workers: 60} \"many\"", "pathway {signed: true, Size: \"many\"} \"large\"" }));
        Assert.That((evaluated.Result.ToString(), evaluated.Failure), Is.EqualTo(("\"large\"", (string?)null)));
    }

    [Test]
    public void Matched_rules_stand_with_outputs_and_notes_and_each_other_rule_with_its_first_failed_cell()
    {
        var table = Evaluated(Decide("pathway", "{workers: 20, signed: true}")).Decisions[^1].Tables.Single();
        Assert.That(table.Inputs.Select(input => $"{input.Label} = {input.Value}"), Is.EqualTo(new[] { "Signed = true", "Size = \"few\"" }));
        Assert.That(table.Matched.Select(rule => $"{rule.Rule} {rule.Id} {rule.Outputs[0]} {rule.Annotations[0]}"), Is.EqualTo(new[] { "2 standard \"standard\" art. 2" }));
        Assert.That(table.Unmatched, Is.EqualTo(new[] { new RuleFailed(1, 2, "\"many\"") }));
    }

    [Test]
    public void Inputs_are_mapped_before_and_outputs_choose_what_leaves()
    {
        var play = Decide("size", "{number: 60}", task => task with { Inputs = Map("workers := number"), Outputs = Map("big := result = \"many\"") });
        Assert.That((play.Var("big"), play.Var("result")), Is.EqualTo(("true", "null")));
    }

    [Test]
    public void Another_decision_may_be_chosen_by_an_expression() =>
        Assert.That(Decide("=if n > 1 then \"next\" else \"size\"", "{n: 4, workers: 1}").Var("result"), Is.EqualTo("5"));

    [Test]
    public void No_rule_that_matches_gives_null_and_null_is_a_result()
    {
        var play = Decide("pathway", "{workers: 60, signed: false}");
        Assert.That((play.Active, play.Var("result")), Is.EqualTo(("stay", "null")));
        Assert.That(Evaluated(play).Decisions[^1].Tables.Single().Unmatched.Select(rule => (rule.Rule, rule.Column, rule.Cell)), Is.EqualTo(new[] { (1, 1, "true"), (2, 1, "true") }));
    }

    [Test]
    public void A_missing_variable_is_null_to_the_decision_and_history_says_so()
    {
        var evaluated = Evaluated(Decide("pathway", "{signed: true}"));
        Assert.That(evaluated.Remarks.Select(remark => remark.Code), Does.Contain("DMN0306"));
        Assert.That(evaluated.Result.ToString(), Is.EqualTo("\"standard\""));
    }

    [Test]
    public void Two_hits_of_a_unique_table_are_an_incident_that_history_explains_and_a_retry_decides_again()
    {
        var play = Decide("clash", "{workers: 60}");
        Assert.That((play.Active, play.Incident.Kind), Is.EqualTo(("decide", IncidentKind.DecisionEvaluationError)));
        Assert.That(play.Incident.Message, Does.Contain("clash").And.Contain("DMN0303").And.Not.Contain("60"), "an incident's text holds no values");
        Assert.That(Evaluated(play).Failure, Is.EqualTo(play.Incident.Message));
        Assert.That(Evaluated(play).Decisions.Single().Tables.Single().Matched.Select(rule => rule.Rule), Is.EqualTo(new[] { 1, 2 }));

        play.Set("{workers: 7}").Resolve();

        Assert.That((play.Active, play.Var("result")), Is.EqualTo(("stay", "2")));
    }

    [Test]
    public void A_decision_that_is_not_deployed_is_an_incident_that_names_it()
    {
        var play = Decide("nowhere", "{}");
        Assert.That((play.Incident.Kind, play.All<InstanceEvent.DecisionEvaluated>().Count()), Is.EqualTo((IncidentKind.CalledDecisionError, 0)));
        Assert.That(play.Incident.Message, Does.Contain("'nowhere'"));
    }

    [Test]
    public void With_a_job_type_it_is_work_for_a_worker()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("decide").Add(new BusinessRuleTaskNode(new("decide"), null, Job("rules"))).To("end").End().Build()).Start("{}");
        Assert.That(play.Job("decide").JobType, Is.EqualTo("rules"));
        Assert.That(play.CompleteJob("decide").Ended, Is.True);
    }

    [Test]
    public void Of_each_item_of_a_multi_instance_the_decision_is_kept()
    {
        var play = Decide("size", "{}", task => task with { Inputs = Map("workers := item"), MultiInstance = Each("[10, 60]", output: "result", into: "sizes") });
        Assert.That(play.Var("sizes"), Is.EqualTo("[\"few\", \"many\"]"));
        Assert.That(play.All<InstanceEvent.DecisionEvaluated>().Select(one => one.Result.ToString()), Is.EqualTo(new[] { "\"few\"", "\"many\"" }));
    }

    [Test]
    public void Of_a_large_input_the_record_keeps_the_size()
    {
        var inputs = Evaluated(Decide("next", "{n: for i in 1..200 return i}")).Decisions.Single().Inputs;
        Assert.That(inputs["n"].ToString(), Is.EqualTo("\"list of 200\""));
    }
}
