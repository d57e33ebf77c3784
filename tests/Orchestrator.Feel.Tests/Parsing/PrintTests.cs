namespace Orchestrator.Feel.Tests.Parsing;

public sealed class PrintTests
{
    [TestCase("1+2*3", "1 + 2 * 3")]
    [TestCase("(1+2)*3", "(1 + 2) * 3")]
    [TestCase("1-(2-3)", "1 - (2 - 3)")]
    [TestCase("(1-2)-3", "1 - 2 - 3")]
    [TestCase("2**3**2", "2 ** 3 ** 2")]
    [TestCase("-(a+b)", "-(a + b)")]
    [TestCase("(-2)**2", "-2 ** 2")]
    [TestCase("-(2**2)", "-(2 ** 2)")]
    [TestCase("(if a then b else c)+1", "(if a then b else c) + 1")]
    [TestCase("a and(b or c)", "a and (b or c)")]
    [TestCase("x in(1,2,>5)", "x in (1, 2, (> 5))")]
    [TestCase("x in[1..5)", "x in [1 .. 5)")]
    [TestCase("x in ]1..5[", "x in (1 .. 5)")]
    [TestCase("x between 1 and 2 and y", "x between 1 and 2 and y")]
    [TestCase("(a or b)[1]", "(a or b)[1]")]
    [TestCase("for i in 1..3,j in xs return i*j", "for i in 1 .. 3, j in xs return i * j")]
    [TestCase("function(a:number,b)a+b", "function(a: number, b) a + b")]
    [TestCase("{a:1,\"b c\":2}", "{a: 1, \"b c\": 2}")]
    [TestCase("f(x:1,y:2)", "f(x: 1, y: 2)")]
    [TestCase("a.b[c=1].d", "a.b[c = 1].d")]
    [TestCase("@\"2026-01-01T10:00:00@Europe/Rome\"", "@\"2026-01-01T10:00:00@Europe/Rome\"")]
    [TestCase("date(\"2026-01-01\")//comment", "date(\"2026-01-01\")")]
    [TestCase("x instance of context<a: list<number>, b: function<number> -> string>", "x instance of context<a: list<number>, b: function<number> -> string>")]
    [TestCase("not(a)and b", "not(a) and b")]
    [TestCase("\"a\\\"b\\n\\u00e8\"", "\"a\\\"b\\nè\"")]
    public void An_expression_is_printed_with_the_parentheses_it_needs(string expression, string printed)
    {
        Assert.That(FeelTesting.Parse(expression).Print(), Is.EqualTo(printed));
        Assert.That(FeelTesting.Parse(printed).Print(), Is.EqualTo(printed));
    }
}
