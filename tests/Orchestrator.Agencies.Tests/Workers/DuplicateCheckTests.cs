using Orchestrator.Agency.Apl.Workers;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agencies.Tests.Workers;

internal sealed class DuplicateCheckTests
{
    private static readonly HashSet<string> s_nobody = [];

    [Test]
    public void The_first_row_of_a_person_stays_and_a_later_one_names_it()
    {
        var check = new DuplicateCheck();

        var first = check.Check(Verdict(2, "A"), s_nobody);
        var second = check.Check(Verdict(3, "A"), s_nobody);
        var third = check.Check(Verdict(4, "A"), s_nobody);

        Assert.Multiple(() =>
        {
            Assert.That(first.IsGood);
            Assert.That(second.Issues.Single().Code, Is.EqualTo(RowCode.DuplicateInFile));
            Assert.That(second.Issues.Single().Message, Does.Contain("riga 2"));
            Assert.That(third.Issues.Single().Message, Does.Contain("riga 2"));
        });
    }

    [Test]
    public void A_bad_first_row_does_not_take_a_good_second_one_down()
    {
        var check = new DuplicateCheck();
        check.Check(Verdict(2, "A") with { Issues = [new(WorkerColumns.Municipality, RowCode.MunicipalityUnknown, RowSeverity.Error, "x")] }, s_nobody);

        Assert.That(check.Check(Verdict(3, "A"), s_nobody).IsGood);
    }

    [Test]
    public void A_person_of_the_crisis_is_kept_out() =>
        Assert.That(new DuplicateCheck().Check(Verdict(2, "A"), new HashSet<string> { "A" }).Issues.Single().Code, Is.EqualTo(RowCode.AlreadyInCrisis));

    [Test]
    public void Rows_without_a_readable_code_are_not_compared()
    {
        var check = new DuplicateCheck();
        check.Check(Verdict(2, null), s_nobody);

        Assert.That(check.Check(Verdict(3, null), s_nobody).Issues, Is.Empty);
    }

    private static RowVerdict Verdict(int row, string? code) => new(row, code, "24", []);
}
