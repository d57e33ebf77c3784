namespace Orchestrator.Cases.Samples;

/// <summary>A set of sample data: invented people, companies and figures for one scenario. The same scenario, seed and day give the same bytes on every machine.</summary>
/// <param name="Crisis">What is to be registered.</param>
/// <param name="Bookings">Who books when, and what is decided; empty without an agreement.</param>
/// <param name="Files">The files, by the names that the formats give them. Every scenario has the same ones.</param>
public sealed record SampleSet(SampleCrisis Crisis, IReadOnlyList<SampleBooking> Bookings, IReadOnlyList<SampleFile> Files)
{
    /// <summary>Makes the set.</summary>
    /// <param name="scenario">One of <see cref="SampleScenarios"/>.</param>
    /// <param name="seed">Another seed, other people.</param>
    /// <param name="day">Day 0, from which all dates are counted; the scenario's own when null.</param>
    /// <param name="full">60 000 notices of employment instead of 2 000.</param>
    public static SampleSet Make(SampleScenario scenario, long seed, DateOnly? day = null, bool full = false)
    {
        var start = day ?? scenario.Day;
        var workers = SampleWorkers.Make(scenario, seed, start);
        var providers = ProvidersTable.Make(scenario, seed, start);
        var bookings = BookingsTable.Make(scenario, seed, start, workers);
        var crisis = CrisisDescription.Make(scenario, seed, start, workers);
        var byNumber = workers.ToDictionary(worker => worker.Number);
        return new(crisis, bookings,
        [
            CrisisDescription.File(crisis),
            .. WorkersTable.Make(scenario, seed, start, workers),
            BookingsTable.Outcomes(bookings, byNumber),
            BookingsTable.Choices(scenario, seed, bookings, byNumber, providers),
            VacanciesTable.Make(scenario, seed, start),
            NoticesTable.Make(scenario, seed, start, full ? NoticesTable.FullRows : NoticesTable.Rows),
            ProvidersTable.File(providers),
        ]);
    }

    /// <summary>The file of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public SampleFile this[string name] => Files.FirstOrDefault(file => file.Name == name) ?? throw new ArgumentException($"Expected one of {string.Join(", ", Files.Select(file => file.Name))}, but found {name}.", nameof(name));
}
