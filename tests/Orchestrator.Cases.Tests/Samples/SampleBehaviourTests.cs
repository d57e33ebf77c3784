using Orchestrator.Cases.Samples;

namespace Orchestrator.Cases.Tests.Samples;

internal sealed class SampleBehaviourTests
{
    private const int Workers = 5_000;

    private static readonly SampleBehaviour s_behaviour = new("A", 42);

    private static IEnumerable<TestCaseData> Answers()
    {
        yield return new TestCaseData((Func<int, bool>)s_behaviour.AttendsPresentation, 0.78).SetArgDisplayNames("attends");
        yield return new TestCaseData((Func<int, bool>)s_behaviour.Books, 0.55).SetArgDisplayNames("books");
        yield return new TestCaseData((Func<int, bool>)s_behaviour.IsApproved, 0.93).SetArgDisplayNames("approved");
        yield return new TestCaseData((Func<int, bool>)s_behaviour.ChoosesCentre, 0.60).SetArgDisplayNames("centre");
        yield return new TestCaseData((Func<int, bool>)(worker => s_behaviour.Misses(worker, "meeting-2")), 0.12).SetArgDisplayNames("misses");
        yield return new TestCaseData((Func<int, bool>)s_behaviour.IsJobReady, 0.55).SetArgDisplayNames("ready");
        yield return new TestCaseData((Func<int, bool>)s_behaviour.IsHired, 0.40).SetArgDisplayNames("hired");
    }

    [TestCaseSource(nameof(Answers))]
    public void People_behave_as_the_shares_say(Func<int, bool> answer, double share) =>
        Assert.That(Enumerable.Range(1, Workers).Count(answer) / (double)Workers, Is.EqualTo(share).Within(0.025));

    [Test]
    public void Meetings_are_missed_one_by_one() =>
        Assert.That(
            Enumerable.Range(1, Workers).Count(worker => s_behaviour.Misses(worker, "meeting-2") && s_behaviour.Misses(worker, "meeting-3")) / (double)Workers,
            Is.EqualTo(0.0144).Within(0.007));

    [Test]
    public void The_files_tell_what_people_do()
    {
        var set = SampleSet.Make(SampleScenarios.Find("A")!, 42);
        var workers = Table.Of(set, "lavoratori.csv");
        var numbers = workers.Rows.Take(200).Select((row, at) => (Code: workers.At(row, "codice_fiscale"), Worker: SampleBehaviour.WorkerOfRow(at + 2))).ToDictionary(row => row.Code, row => row.Worker);
        var outcomes = Table.Of(set, "esiti_prenotazione.csv");
        var centres = Table.Of(set, "operatori_accreditati.csv")["cf"].First();
        var choices = Table.Of(set, "scelte.csv");

        Assert.Multiple(() =>
        {
            Assert.That(outcomes.Rows, Has.Count.GreaterThan(80));
            foreach (var row in outcomes.Rows)
            {
                var worker = numbers[outcomes.At(row, "codice_fiscale")];
                Assert.That((s_behaviour.Books(worker), s_behaviour.IsApproved(worker)), Is.EqualTo((true, outcomes.At(row, "esito") == "APPROVATA")));
            }
            Assert.That(choices["codice_fiscale"], Is.EqualTo(outcomes.Rows.Where(row => outcomes.At(row, "esito") == "APPROVATA").Select(row => outcomes.At(row, "codice_fiscale"))));
            foreach (var row in choices.Rows)
                Assert.That(choices.At(row, "cf_erogatore") == centres, Is.EqualTo(s_behaviour.ChoosesCentre(numbers[choices.At(row, "codice_fiscale")])));
        });
    }
}
