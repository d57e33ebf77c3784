using System.Globalization;

namespace Orchestrator.Cases.Samples;

/// <summary><c>esiti_prenotazione.csv</c> and <c>scelte.csv</c>; without an agreement nobody can book and both hold their header only.</summary>
internal static class BookingsTable
{
    private const int BookingDays = 30;
    private const int DecisionDaysMin = 5;
    private const int DecisionDaysSpread = 20;
    private const int ChoiceDays = 30;

    private static readonly string[] s_refusals = ["dati non coerenti", "fuori ambito/profilo", "altra misura in corso"];

    public static IReadOnlyList<SampleBooking> Make(SampleScenario scenario, long seed, DateOnly day, IReadOnlyList<SampleWorker> workers)
    {
        if (!scenario.HasAgreement)
            return [];
        var chance = SampleChance.Of(scenario.Code, seed, "booking");
        var behaviour = new SampleBehaviour(scenario.Code, seed);
        return [.. workers.Where(worker => worker.GetsCase && behaviour.Books(worker.Number))
            .Select(worker =>
            {
                var booked = day.AddDays(1 + chance.Below(worker.Number, "booked", BookingDays));
                return new SampleBooking(
                    worker.Number,
                    string.Create(CultureInfo.InvariantCulture, $"ADR-{booked.Year}-{scenario.Code}{worker.Number:D5}"),
                    booked,
                    booked.AddDays(DecisionDaysMin + chance.Below(worker.Number, "decided", DecisionDaysSpread)),
                    behaviour.IsApproved(worker.Number) ? null : chance.Pick(worker.Number, "refused because", s_refusals));
            })
            .OrderBy(booking => booking.Decided).ThenBy(booking => booking.Worker)];
    }

    public static SampleFile Outcomes(IReadOnlyList<SampleBooking> bookings, IReadOnlyDictionary<int, SampleWorker> workers)
    {
        var csv = new SampleCsv("numero_prenotazione", "codice_fiscale", "esito", "data_esito", "motivo");
        foreach (var booking in bookings)
        {
            csv.Add(
                booking.Number, workers[booking.Worker].Person.CodiceFiscale, booking.IsApproved ? "APPROVATA" : "RESPINTA", SampleCsv.Day(booking.Decided),
                booking.RefusedBecause ?? "");
        }
        return csv.File("esiti_prenotazione.csv");
    }

    /// <summary>Everyone whose booking was approved chooses within thirty days: the competent centre, or a private operator, sooner one of the own province.</summary>
    public static SampleFile Choices(
        SampleScenario scenario, long seed, IReadOnlyList<SampleBooking> bookings, IReadOnlyDictionary<int, SampleWorker> workers, IReadOnlyList<SampleProvider> providers)
    {
        var chance = SampleChance.Of(scenario.Code, seed, "choice");
        var behaviour = new SampleBehaviour(scenario.Code, seed);
        var csv = new SampleCsv("codice_fiscale", "cf_erogatore", "sede", "data_scelta");
        foreach (var booking in bookings.Where(booking => booking.IsApproved))
        {
            var worker = workers[booking.Worker];
            var chosen = booking.Decided.AddDays(1 + chance.Below(worker.Number, "chosen", ChoiceDays - 1));
            var centres = behaviour.ChoosesCentre(worker.Number);
            var provider = centres ? providers.Single(each => each.IsCentres) : chance.Pick(worker.Number, "provider", Private(providers, worker, chosen));
            var site = centres ? SampleGeography.Seats[worker.Domicile.Centre] : provider.Site;
            csv.Add(worker.Person.CodiceFiscale, provider.TaxCode, site.Istat, SampleCsv.Day(chosen));
        }
        return csv.File("scelte.csv");
    }

    private static WeightedList<SampleProvider> Private(IReadOnlyList<SampleProvider> providers, SampleWorker worker, DateOnly day) =>
        new(providers.Where(each => !each.IsCentres && each.IsAccreditedOn(day)).Select(each => (each, each.Site.Province == worker.Domicile.Province ? 8L : 1L)));
}
