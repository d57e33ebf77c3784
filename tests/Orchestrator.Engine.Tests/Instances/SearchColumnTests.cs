using Orchestrator.Engine.Projections;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Instances;

public sealed class SearchColumnTests
{
    // The column is indexed, and an index of PostgreSQL refuses a long text with the whole commit.
    [TestCase(500, true)]
    [TestCase(501, false)]
    public void A_text_that_is_too_long_for_an_index_is_not_searched(int length, bool searched) =>
        Assert.That(SearchColumns.Of(new InstanceId(1), "note", FeelValue.Of(new string('x', length))) is not null, Is.EqualTo(searched));

    [Test]
    public void A_text_with_NUL_is_searched_without_it() =>
        Assert.That(SearchColumns.Of(new InstanceId(1), "note", FeelValue.Of("a\0b"))!.Text, Is.EqualTo("a\ufffdb"));
}
