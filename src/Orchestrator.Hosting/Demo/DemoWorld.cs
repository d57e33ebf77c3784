using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orchestrator.Cases.Samples;

namespace Orchestrator.Hosting.Demo;

/// <summary>What the scripted people know: the sample, its behaviour, and which case is whose. Every choice is a hash of seed, worker and question (design §8.10).</summary>
internal sealed class DemoWorld
{
    private readonly Dictionary<string, int> _workers = new(StringComparer.Ordinal);
    private readonly SampleChance _offices;
    private readonly string _key;

    /// <param name="scenario">One of the table, or one that differs from it, as by fewer workers.</param>
    /// <param name="seed">Every choice follows from it.</param>
    /// <param name="day">Day 0; the scenario's own when null.</param>
    public DemoWorld(SampleScenario scenario, long seed, DateOnly? day = null)
    {
        Scenario = scenario;
        Sample = SampleSet.Make(Scenario, seed, day);
        Behaviour = new(Scenario.Code, seed);
        Bookings = Sample.Bookings.ToDictionary(booking => booking.Worker);
        _offices = SampleChance.Of(Scenario.Code, seed, "office");
        _key = string.Create(CultureInfo.InvariantCulture, $"{Scenario.Code}|{seed}|request|");
    }

    public SampleScenario Scenario { get; }

    public SampleSet Sample { get; }

    public SampleBehaviour Behaviour { get; }

    /// <summary>Bookings by the worker's number.</summary>
    public IReadOnlyDictionary<int, SampleBooking> Bookings { get; }

    /// <summary>The crisis, once its number is reserved.</summary>
    public string Crisis { get; set; } = "";

    /// <summary>The imports of ANPAL's decisions that were uploaded and accepted, in the order in which they came.</summary>
    public List<Guid> DecisionImports { get; } = [];

    /// <summary>Cases by id with the worker's number.</summary>
    public IReadOnlyDictionary<string, int> Cases => _workers;

    /// <summary>The number of the worker of a case; 0 when it is none that was loaded.</summary>
    public int WorkerOf(string caseId) => _workers.GetValueOrDefault(caseId);

    public void Learn(string caseId, int worker) => _workers[caseId] = worker;

    /// <summary>Whole hours from 1 that an office takes for a task.</summary>
    public int HoursFor(string element) => 1 + _offices.Below(0, "hours for " + element, 30);

    /// <summary>From 0 to below <paramref name="bound"/>, for a worker and a question.</summary>
    public int Below(int worker, string question, int bound) => _offices.Below(worker, question, bound);

    /// <summary>The request key of an act: the same act again, also after a crash, is the same request.</summary>
    public Guid Request(string act) => new(SHA256.HashData(Encoding.UTF8.GetBytes(_key + act)).AsSpan(0, 16), bigEndian: true);
}
