namespace Orchestrator.Cases.Samples;

/// <summary>
/// What the people of a sample do: scripted operators and the files of the agencies ask here, so that both tell the same story. Every answer is a function of scenario, seed,
/// the worker's number and the question; nothing else, neither order nor time, matters.
/// </summary>
/// <param name="scenario">Code of the scenario, as in <see cref="SampleScenario.Code"/>.</param>
/// <param name="seed">The seed of the sample.</param>
public sealed class SampleBehaviour(string scenario, long seed)
{
    private const int AttendsPerThousand = 780;
    private const int BooksPerThousand = 550;
    private const int ApprovedPerThousand = 930;
    private const int ChoosesCentrePerThousand = 600;
    private const int MissesPerThousand = 120;
    private const int JobReadyPerThousand = 550;
    private const int HiredPerThousand = 400;

    private readonly SampleChance _chance = SampleChance.Of(scenario, seed, SampleWorkers.Subject);

    /// <summary>The number of the worker whose row is line <paramref name="rowNumber"/> of <c>lavoratori.csv</c>.</summary>
    public static int WorkerOfRow(int rowNumber) => rowNumber - 1;

    /// <summary>Comes to the presentation meeting (78 %).</summary>
    public bool AttendsPresentation(int worker) => _chance.Holds(worker, "attends presentation", AttendsPerThousand);

    /// <summary>Books the relocation voucher, if eligible (55 %).</summary>
    public bool Books(int worker) => _chance.Holds(worker, "books", BooksPerThousand);

    /// <summary>The booking is approved (93 %).</summary>
    public bool IsApproved(int worker) => _chance.Holds(worker, "approved", ApprovedPerThousand);

    /// <summary>Chooses the employment centre and not a private provider (60 %).</summary>
    public bool ChoosesCentre(int worker) => _chance.Holds(worker, "chooses centre", ChoosesCentrePerThousand);

    /// <summary>Does not come to <paramref name="meeting"/> (12 % for each meeting of its own).</summary>
    /// <param name="worker">The worker's number.</param>
    /// <param name="meeting">A name of the meeting, the same wherever it is asked about: <c>meeting-2</c>.</param>
    public bool Misses(int worker, string meeting) => _chance.Holds(worker, "misses " + meeting, MissesPerThousand);

    /// <summary>Is found ready for a job by the profiling interview (55 %).</summary>
    public bool IsJobReady(int worker) => _chance.Holds(worker, "job ready", JobReadyPerThousand);

    /// <summary>Is hired within twelve months (40 %).</summary>
    public bool IsHired(int worker) => _chance.Holds(worker, "hired within a year", HiredPerThousand);
}
