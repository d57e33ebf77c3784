using static Orchestrator.Forms.Tests.FormText;

namespace Orchestrator.Forms.Tests.Validation;

public class SubmissionTests
{
    private const string Name = """{"type":"textfield","key":"name","validate":{"required":true}}""";

    [Test]
    public void What_the_form_does_not_know_is_refused_at_every_level()
    {
        var form = Form(Name, """{"type":"group","path":"desk","components":[{"type":"textfield","key":"mail"}]}""", """{"type":"dynamiclist","path":"rows","components":[{"type":"textfield","key":"a"}]}""");

        Assert.That(form.Wrong("""{"name":"x","role":"admin","desk":{"mail":"m","x":1},"rows":[{"a":"1","id":3}]}"""), Is.EqualTo(new[] { "desk.x unknown", "role unknown", "rows[0].id unknown" }));
    }

    [Test]
    public void A_hidden_field_is_left_out_and_not_asked_for()
    {
        var form = Form("""{"type":"checkbox","key":"late"}""", """{"type":"textarea","key":"reason","validate":{"required":true},"conditional":{"hide":"=not(late)"}}""");

        Assert.That(form.Accepted("""{"late":false,"reason":"smuggled"}"""), Is.EqualTo("""{"late":false}"""));
        Assert.That(form.Wrong("""{"late":true}"""), Is.EqualTo(new[] { "reason required" }));
    }

    [Test]
    public void A_field_hidden_by_a_hidden_field_is_hidden_too()
    {
        var form = Form(
            """{"type":"checkbox","key":"a"}""",
            """{"type":"checkbox","key":"b","conditional":{"hide":"=a != true"}}""",
            """{"type":"textfield","key":"c","conditional":{"hide":"=b != true"}}""");

        Assert.That(form.Accepted("""{"a":false,"b":true,"c":"x"}"""), Is.EqualTo("""{"a":false}"""));
    }

    [Test]
    public void A_hidden_group_takes_its_fields_with_it()
    {
        var form = Form("""{"type":"checkbox","key":"a"}""", """{"type":"group","conditional":{"hide":"=a"},"components":[{"type":"textfield","key":"b","validate":{"required":true}}]}""");

        Assert.That(form.Accepted("""{"a":true,"b":"x"}"""), Is.EqualTo("""{"a":true}"""));
        Assert.That(form.Wrong("""{"a":false}"""), Is.EqualTo(new[] { "b required" }));
    }

    [Test]
    public void A_group_with_a_path_is_a_context_and_keeps_what_it_does_not_show()
    {
        var form = Form("""{"type":"group","path":"desk","components":[{"type":"textfield","key":"mail"},{"type":"textfield","key":"office.tel"}]}""");

        Assert.That(form.Accepted("""{"desk":{"mail":"a","office":{"tel":"1"}}}""", """{"desk":{"code":7}}"""), Is.EqualTo("""{"desk":{"code":7,"mail":"a","office":{"tel":"1"}}}"""));
        Assert.That(form.Wrong("""{"desk":"x"}"""), Is.EqualTo(new[] { "desk type" }));
    }

    [Test]
    public void Each_row_of_a_list_is_checked_and_named()
    {
        var form = Form("""{"type":"dynamiclist","path":"sessions","components":[{"type":"number","key":"seats","validate":{"required":true,"min":1}},{"type":"datetime","key":"startAt","subtype":"date"}]}""");

        Assert.That(form.Wrong("""{"sessions":[{"seats":1,"startAt":"2026-03-20"},{"seats":0},{"startAt":"20 marzo"},"x"]}"""),
            Is.EqualTo(new[] { "sessions[3] type", "sessions[1].seats min", "sessions[2].seats required", "sessions[2].startAt date" }));
        Assert.That(form.Wrong("""{"sessions":{}}"""), Is.EqualTo(new[] { "sessions type" }));
        Assert.That(form.Wrong($$"""{"sessions":[{{string.Join(',', Enumerable.Repeat("{}", FormLimits.RowsMax + 1))}}]}"""), Is.EqualTo(new[] { "sessions rowsMax" }));
    }

    [Test]
    public void Conditions_in_a_row_see_the_row_first()
    {
        var form = Form(
            """{"type":"textfield","key":"status"}""",
            """
            {"type":"dynamiclist","path":"rows","components":[
              {"type":"textfield","key":"status"},
              {"type":"textfield","key":"reason","conditional":{"hide":"=status != \"away\" or parent.status = \"closed\""}}]}
            """);

        Assert.That(form.Accepted("""{"status":"open","rows":[{"status":"here","reason":"x"},{"status":"away","reason":"ill"}]}"""), Is.EqualTo("""{"status":"open","rows":[{"status":"here"},{"status":"away","reason":"ill"}]}"""));
        Assert.That(form.Accepted("""{"status":"closed","rows":[{"status":"away","reason":"ill"}]}"""), Is.EqualTo("""{"status":"closed","rows":[{"status":"away"}]}"""));
    }

    [Test]
    public void A_list_with_a_fixed_number_of_rows_keeps_it()
    {
        var form = Form("""{"type":"dynamiclist","path":"rows","allowAddRemove":false,"components":[{"type":"textfield","key":"case","readonly":true},{"type":"checkbox","key":"here"}]}""");
        const string Known = """{"rows":[{"case":"A"},{"case":"B"}]}""";

        Assert.That(form.Wrong("""{"rows":[{"case":"A","here":true}]}""", Known), Is.EqualTo(new[] { "rows rows" }));
        Assert.That(form.Wrong("""{"rows":[{"case":"A","here":true},{"case":"X","here":true}]}""", Known), Is.EqualTo(new[] { "rows[1].case readOnly" }));
        Assert.That(form.Accepted("""{"rows":[{"here":true},{"case":"B","here":false}]}""", Known), Is.EqualTo("""{"rows":[{"case":"A","here":true},{"case":"B","here":false}]}"""));
    }

    [Test]
    public void A_read_only_field_may_come_back_unchanged_and_no_other_way()
    {
        var form = Form("""{"type":"datetime","key":"d","subtype":"datetime","readonly":true}""", """{"type":"number","key":"n","disabled":true,"validate":{"required":true}}""", """{"type":"textfield","key":"t","readonly":"=n > 5"}""");
        const string Known = """{"d":"2026-03-20T09:30:00+01:00","n":7,"t":"was"}""";

        Assert.That(form.Accepted("""{"d":"2026-03-20T09:30+01:00","t":"was"}""", Known), Is.EqualTo("{}"));
        Assert.That(form.Wrong("""{"d":"2026-03-21T09:30+01:00","n":8,"t":"is"}""", Known), Is.EqualTo(new[] { "d readOnly", "n readOnly", "t readOnly" }));
    }

    [Test]
    public void A_field_that_is_not_sent_leaves_the_variable_as_it_is()
    {
        var form = Form("""{"type":"textfield","key":"a"}""", """{"type":"textfield","key":"b"}""");

        Assert.That(form.Accepted("""{"b":""}""", """{"a":"was","b":"was"}"""), Is.EqualTo("""{"b":null}"""));
    }

    [Test]
    public void A_computed_value_is_computed_here()
    {
        var form = Form("""{"type":"expression","key":"total","expression":"=sum(rows.n) + extra"}""", """{"type":"dynamiclist","path":"rows","components":[{"type":"number","key":"n"},{"type":"expression","key":"double","expression":"=n * 2 + i"}]}""");

        Assert.That(form.Accepted("""{"total":999,"rows":[{"n":1},{"n":2,"double":0}]}""", """{"extra":10}"""), Is.EqualTo("""{"rows":[{"n":1,"double":3},{"n":2,"double":6}],"total":13}"""));
    }

    [Test]
    public void A_rule_over_several_fields_must_be_true()
    {
        var form = Form(
            """
            {"type":"dynamiclist","path":"sessions","properties":{"orchRule":"sum(sessions.capacity) >= workers","orchRuleMessage":"I posti non bastano."},"components":[
              {"type":"number","key":"capacity","validate":{"required":true}},
              {"type":"datetime","key":"startAt","subtype":"datetime",
               "properties":{"orchRule":"=date(date and time(startAt)) <= date(term)","orchRuleMessage":"Oltre il termine."}}]}
            """);
        const string Known = """{"workers":30,"term":"2026-03-20"}""";

        Assert.That(form.Wrong("""{"sessions":[{"capacity":10},{"capacity":20,"startAt":"2026-03-20T23:00+01:00"}]}""", Known), Is.Empty);
        Assert.That(form.Wrong("""{"sessions":[{"capacity":10},{"capacity":19}]}""", Known), Is.EqualTo(new[] { "sessions rule" }));
        Assert.That(form.Wrong("""{"sessions":[{"capacity":10,"startAt":"2026-03-21T00:00+01:00"}]}""", Known), Is.EqualTo(new[] { "sessions[0].startAt rule" }));
        Assert.That(form.Submit("""{"sessions":[{"capacity":1}]}""", Known).Errors[0].Message, Is.EqualTo("I posti non bastano."));
    }

    [Test]
    public void A_rule_that_gives_no_answer_is_broken_and_one_on_an_empty_field_is_not_asked()
    {
        var form = Form("""{"type":"number","key":"n","properties":{"orchRule":"n > nothing","orchRuleMessage":"m"}}""");

        Assert.That(form.Wrong("""{"n":1}"""), Is.EqualTo(new[] { "n rule" }));
        Assert.That(form.Wrong("""{"n":null}"""), Is.Empty);
    }

    [Test]
    public void A_rule_of_the_form_is_asked_when_all_else_is_right()
    {
        var read = Read("""{"type":"default","id":"f","properties":{"orchRule":"a < b","orchRuleMessage":"m"},"components":[{"type":"number","key":"a"},{"type":"number","key":"b","validate":{"max":9}}]}""");

        Assert.That(read.Schema!.Wrong("""{"a":3,"b":2}"""), Is.EqualTo(new[] { "rule" }));
        Assert.That(read.Schema!.Wrong("""{"a":30,"b":20}"""), Is.EqualTo(new[] { "b max" }));
    }

    [Test]
    public void Errors_stand_in_the_order_of_the_form()
    {
        var form = Form(
            """{"type":"number","key":"z","validate":{"required":true}}""",
            """{"type":"number","key":"a","validate":{"max":1},"properties":{"orchRule":"false","orchRuleMessage":"m"}}""",
            """{"type":"number","key":"m","validate":{"required":true}}""");

        Assert.That(form.Wrong("""{"a":1,"x":1}"""), Is.EqualTo(new[] { "z required", "a rule", "m required", "x unknown" }));
    }

    [Test]
    public void The_variables_of_a_form_are_known() =>
        Assert.That(Form(Name, """{"type":"group","components":[{"type":"textfield","key":"desk.mail"}]}""", """{"type":"text","text":"x"}""").Variables, Is.EqualTo(new[] { "name", "desk" }));
}
