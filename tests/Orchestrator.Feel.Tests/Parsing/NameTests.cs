namespace Orchestrator.Feel.Tests.Parsing;

public sealed class NameTests
{
    [TestCase("{gross-net: 7, r: gross-net}.r", "7", Description = "a key in scope may hold symbols")]
    [TestCase("{gross: 7, net: 2, gross-net: 100, r: gross - net}.r", "5", Description = "white space tells a subtraction from a name")]
    [TestCase("{gross: 7, net: 2, r: gross-net}.r", "5", Description = "without such a name it is a subtraction")]
    [TestCase("{first name: \"Ada\", greeting: \"Dear \" + first name}.greeting", "\"Dear Ada\"")]
    [TestCase("{in stock: 3, r: in stock + 1}.r", "4", Description = "a name in scope may begin with a word of the language")]
    [TestCase("for my item in [1, 2] return my item * 2", "[2, 4]")]
    [TestCase("some the number in [1, 2] satisfies the number > 1", "true")]
    [TestCase("{add two: function(a number, another) a number + another, r: add two(1, 2)}.r", "3")]
    [TestCase("{add: function(a number) a number + 1, r: add(a number: 1)}.r", "2")]
    [TestCase("{a.b: 1, r: a.b}.r", "1", Description = "a point may belong to a name in scope")]
    [TestCase("{date: 1, time: 2, r: date + time}.r", "3", Description = "names of built-in functions may be variables")]
    [TestCase("{date: true, time: false, r: date and time}.r", "false", Description = "two variables, not the function 'date and time'")]
    [TestCase("{count: 5, r: count([1])}.r", "null", Description = "a local name hides the built-in function")]
    [TestCase("{\"with: colon\": 1}.x", "null")]
    [TestCase("get value({\"with: colon\": 1}, \"with: colon\")", "1")]
    [TestCase("{città: 1, r: città}.r", "1")]
    [TestCase("{😀: 1, r: 😀 + 1}.r", "2")]
    [TestCase("{a: {b c: 1}}.a.b c", "1")]
    [TestCase("{?: 1, r: ? + 1}.r", "2")]
    public void Names_are_grouped_by_what_is_in_scope(string expression, string expected) =>
        Assert.That(FeelTesting.Value(expression), Is.EqualTo(expected));

    [Test]
    public void A_known_name_from_outside_may_hold_symbols() => Assert.Multiple(() =>
    {
        Assert.That(FeelTesting.Parse("due-date", "due-date").FreeNames, Is.EqualTo(new[] { "due-date" }));
        Assert.That(FeelTesting.Parse("due-date").FreeNames, Is.EqualTo(new[] { "due", "date" }));
        Assert.That(FeelTesting.Parse("P/L ratio * 2", "P/L ratio").FreeNames, Is.EqualTo(new[] { "P/L ratio" }));
    });

    [Test]
    public void Unknown_words_side_by_side_are_one_name() =>
        Assert.That(FeelTesting.Parse("Monthly Salary * 12 > the limit and ok").FreeNames, Is.EqualTo(new[] { "Monthly Salary", "the limit", "ok" }));

    [Test]
    public void The_longest_known_name_wins() =>
        Assert.That(FeelTesting.Parse("loan amount", "loan", "loan amount").FreeNames, Is.EqualTo(new[] { "loan amount" }));

    [Test]
    public void White_space_in_names_does_not_count() =>
        Assert.That(FeelTesting.Value("first  \n name", "{first name: 1}"), Is.EqualTo("1"));

    [TestCase("signingDate", "signingDate")]
    [TestCase("date(agreement.signingDate) + @\"P30D\"", "agreement")]
    [TestCase("a + b + a", "a b")]
    [TestCase("for x in xs return x + y", "xs y")]
    [TestCase("some x in [1] satisfies x = z", "z")]
    [TestCase("function(p) p + q", "q")]
    [TestCase("{a: 1, b: a + c}", "c")]
    [TestCase("list[item > limit]", "list limit")]
    [TestCase("workers[status = \"open\"]", "workers status", Description = "inside a filter a name may be the item's")]
    [TestCase("if a then b else c", "a b c")]
    [TestCase("today() + duration", "duration", Description = "the clock is no variable; 'duration' without a call is one")]
    [TestCase("f(1)", "f")]
    [TestCase("count(xs)", "xs")]
    [TestCase("1 + 1", "")]
    public void The_free_names_are_the_variables_from_outside(string expression, string names) =>
        Assert.That(string.Join(' ', FeelTesting.Parse(expression).FreeNames), Is.EqualTo(names));

    [TestCase("1 + 1", true)]
    [TestCase("\"PT1H\"", true)]
    [TestCase("@\"P30D\"", true)]
    [TestCase("duration(\"P30D\")", true)]
    [TestCase("today()", false)]
    [TestCase("x", false)]
    [TestCase("is holiday(@\"2026-01-01\")", false)]
    [TestCase("@\"2026-01-01T00:00:00@Europe/Rome\"", false)]
    public void A_constant_depends_on_nothing(string expression, bool constant) =>
        Assert.That(FeelTesting.Parse(expression).IsConstant, Is.EqualTo(constant));
}
