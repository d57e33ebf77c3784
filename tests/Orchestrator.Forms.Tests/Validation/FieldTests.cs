using static Orchestrator.Forms.Tests.FormText;

namespace Orchestrator.Forms.Tests.Validation;

public class FieldTests
{
    [TestCase("""{"a":"x"}""", "a minLength")]
    [TestCase("""{"a":"abcdef"}""", "a maxLength")]
    [TestCase("""{"a":"ab1"}""", "a pattern")]
    [TestCase("""{"a":"  "}""", "a required")]
    [TestCase("""{"a":null}""", "a required")]
    [TestCase("""{}""", "a required")]
    [TestCase("""{"a":7}""", "a type")]
    [TestCase("""{"a":"ab\ncd"}""", "a type")]
    [TestCase("""{"a":"ab\u0000"}""", "a type")]
    [TestCase("""{"a":"abc"}""")]
    public void A_text_is_held_to_its_rules(string json, params string[] wrong)
    {
        var form = Form("""{"type":"textfield","key":"a","validate":{"required":true,"minLength":2,"maxLength":5,"pattern":"^[a-z]+$"}}""");

        Assert.That(form.Wrong(json), Is.EqualTo(wrong));
    }

    [Test]
    public void A_text_area_has_many_lines_and_a_bound_even_when_none_is_written()
    {
        var form = Form("""{"type":"textarea","key":"a"}""");

        Assert.That(form.Wrong("""{"a":"one\ntwo"}"""), Is.Empty);
        Assert.That(form.Wrong($$"""{"a":"{{new string('x', FormLimits.TextLengthMax + 1)}}"}"""), Is.EqualTo(new[] { "a maxLength" }));
    }

    [TestCase("email", "ada@example.org", true)]
    [TestCase("email", "ada@example", false)]
    [TestCase("email", "ada example@x.it", false)]
    [TestCase("phone", "+39 011 432-1111", true)]
    [TestCase("phone", "call me", false)]
    public void An_address_or_a_telephone_number_has_its_form(string kind, string value, bool isRight)
    {
        var form = Form("""{"type":"textfield","key":"a","validate":{"validationType":"KIND"}}""".Replace("KIND", kind, StringComparison.Ordinal));

        Assert.That(form.Wrong($$"""{"a":"{{value}}"}"""), Is.EqualTo(isRight ? Array.Empty<string>() : ["a " + kind]));
    }

    [TestCase("\\\\d{3}", "123", true)]
    [TestCase("[\\\\d]{3}", "123", true)]
    [TestCase("\\\\d{3}", "١٢٣", false)]
    public void A_digit_of_a_pattern_is_one_of_ten(string pattern, string value, bool isRight)
    {
        var form = Form("""{"type":"textfield","key":"a","validate":{"pattern":"PATTERN"}}""".Replace("PATTERN", pattern, StringComparison.Ordinal));

        Assert.That(form.Submit($$"""{"a":"{{value}}"}""").IsValid, Is.EqualTo(isRight));
    }

    [TestCase("""{"n":4}""", "n min")]
    [TestCase("""{"n":101}""", "n max")]
    [TestCase("""{"n":10.25}""", "n decimals")]
    [TestCase("""{"n":10.3}""", "n increment")]
    [TestCase("""{"n":"10"}""", "n type")]
    [TestCase("""{"n":true}""", "n type")]
    [TestCase("""{"n":10.5}""")]
    [TestCase("""{"n":10.50}""")]
    [TestCase("""{"n":null}""")]
    public void A_number_is_held_to_its_rules(string json, params string[] wrong)
    {
        var form = Form("""{"type":"number","key":"n","decimalDigits":1,"increment":"0.5","validate":{"min":5,"max":"100"}}""");

        Assert.That(form.Wrong(json), Is.EqualTo(wrong));
    }

    [Test]
    public void A_number_kept_as_text_loses_no_digit()
    {
        var form = Form("""{"type":"number","key":"n","serializeToString":true}""");

        Assert.That(form.Accepted("""{"n":"12345678901234567890.10"}"""), Is.EqualTo("""{"n":"12345678901234567890.10"}"""));
        Assert.That(form.Wrong("""{"n":"ten"}"""), Is.EqualTo(new[] { "n type" }));
    }

    [Test]
    public void A_bound_may_be_an_expression_over_the_form_and_the_task()
    {
        var form = Form("""{"type":"number","key":"workers"}""", """{"type":"number","key":"n","validate":{"max":"=workers * factor"}}""");

        Assert.That(form.Wrong("""{"workers":10,"n":21}""", """{"factor":2}"""), Is.EqualTo(new[] { "n max" }));
        Assert.That(form.Submit("""{"workers":10,"n":21}""", """{"factor":2}""").Errors[0].Limit, Is.EqualTo("20"));
        Assert.That(form.Wrong("""{"workers":10,"n":20}""", """{"factor":2}"""), Is.Empty);
    }

    [TestCase("""{"c":false}""", "c required")]
    [TestCase("""{"c":"yes"}""", "c type")]
    [TestCase("""{"c":true}""")]
    public void A_required_box_must_be_checked(string json, params string[] wrong) =>
        Assert.That(Form("""{"type":"checkbox","key":"c","validate":{"required":true}}""").Wrong(json), Is.EqualTo(wrong));

    [TestCase("radio", """{"o":"b"}""")]
    [TestCase("select", """{"o":"c"}""", "o notAnOption")]
    [TestCase("select", """{"o":["a"]}""", "o notAnOption")]
    [TestCase("checklist", """{"o":["a","b"]}""")]
    [TestCase("checklist", """{"o":["a","z"]}""", "o notAnOption")]
    [TestCase("taglist", """{"o":["a","a"]}""", "o duplicate")]
    [TestCase("taglist", """{"o":"a"}""", "o type")]
    public void A_choice_is_one_of_its_options(string type, string json, params string[] wrong)
    {
        var form = Form($$"""{"type":"{{type}}","key":"o","values":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""");

        Assert.That(form.Wrong(json), Is.EqualTo(wrong));
    }

    [Test]
    public void Options_come_from_a_variable_or_an_expression_too()
    {
        var form = Form("""{"type":"select","key":"a","valuesKey":"data.centres"}""", """{"type":"select","key":"b","valuesExpression":"=for c in data.centres return upper case(c.value)"}""");
        const string Known = """{"data":{"centres":[{"label":"Torino","value":"to"},{"label":"Cuneo","value":"cn"}]}}""";

        Assert.That(form.Wrong("""{"a":"to","b":"CN"}""", Known), Is.Empty);
        Assert.That(form.Wrong("""{"a":"TO","b":"cn"}""", Known), Is.EqualTo(new[] { "a notAnOption", "b notAnOption" }));
        Assert.That(form.Wrong("""{"a":"to"}"""), Is.EqualTo(new[] { "a notAnOption" }));
    }

    [TestCase("date", "2026-02-28", "2026-02-28")]
    [TestCase("date", "2026-02-29", null)]
    [TestCase("date", "28/02/2026", null)]
    [TestCase("date", "2026-02-28T10:00", null)]
    [TestCase("time", "09:30+01:00", "09:30:00+01:00")]
    [TestCase("time", "24:30+01:00", null)]
    [TestCase("datetime", "2026-03-20T09:30+01:00", "2026-03-20T09:30:00+01:00")]
    [TestCase("datetime", "2026-03-20T08:30Z", "2026-03-20T08:30:00Z")]
    [TestCase("datetime", "2026-03-20T08:30:15.250Z", "2026-03-20T08:30:15Z")]
    [TestCase("datetime", "2026-03-20T09:30", null)]
    public void A_date_or_time_is_one_that_exists_and_is_completed(string subtype, string sent, string? kept)
    {
        var form = Form($$"""{"type":"datetime","key":"d","subtype":"{{subtype}}"}""");
        var code = subtype == "datetime" ? "dateTime" : subtype;

        if (kept is null) Assert.That(form.Wrong($$"""{"d":"{{sent}}"}"""), Is.EqualTo(new[] { "d " + code }));
        else Assert.That(form.Accepted($$"""{"d":"{{sent}}"}"""), Is.EqualTo($$"""{"d":"{{kept}}"}"""));
    }

    [Test]
    public void A_day_before_today_is_refused_where_the_form_says_so()
    {
        var form = Form("""{"type":"datetime","key":"d","subtype":"date","disallowPassedDates":true}""");

        Assert.That(form.Wrong("""{"d":"2026-03-09"}"""), Is.EqualTo(new[] { "d past" }));
        Assert.That(form.Wrong("""{"d":"2026-03-10"}"""), Is.Empty);
    }

    [Test]
    public void Every_code_has_words_in_both_languages()
    {
        foreach (var code in FormErrorCodes.All)
        {
            Assert.That(FormMessages.Italian.Of(code, "7"), Is.Not.Empty.And.Not.Contains("{"));
            Assert.That(FormMessages.English.Of(code, "7"), Is.Not.Empty.And.Not.EqualTo(FormMessages.Italian.Of(code, "7")));
        }
    }

    [Test]
    public void Messages_are_in_the_language_asked_for()
    {
        var form = Form("""{"type":"number","key":"n","validate":{"max":3}}""");

        Assert.That(form.Submit("""{"n":4}""").Errors[0].Message, Is.EqualTo("Il valore massimo è 3."));
        Assert.That(form.Submit("""{"n":4}""", messages: FormMessages.English).Errors[0].Message, Is.EqualTo("The greatest value is 3."));
    }
}
