using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Crises;

/// <summary>Which centre is nearest to a company: pathway 2 meets there, while pathway 1 meets at the centre competent for the worker.</summary>
internal sealed class NearestBook(CasesStore store)
{
    private const int CapacityMax = 10_000;

    public async Task<NearestCentre> FindAsync(string crisis, string? municipality, int? capacity, CancellationToken cancellation)
    {
        if (capacity is { } places)
            CasesStore.CheckCount("capacity", places, CapacityMax);
        var seat = await store.ReadAsync(
            async context => await context.Crises.Where(row => row.Code == crisis).Select(row => new { row.Company!.Municipality }).SingleOrDefaultAsync(cancellation)
                ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a crisis {crisis}, but there is none."),
            cancellation);
        var from = municipality ?? seat.Municipality
            ?? throw new RegistryRefusedException(RefusalCode.Invalid, $"Expected the municipality of the company's seat in crisis {crisis}, but none is registered: register it, or name the site's municipality.");
        if (!ReferenceTables.Points.TryGetValue(from, out var point))
            throw new RegistryRefusedException(RefusalCode.Invalid, $"Expected a municipality of Piemonte, but {from} is none: name the municipality of a site in Piemonte.");
        return Nearest(point, capacity);
    }

    private static NearestCentre Nearest(GeoPoint point, int? capacity)
    {
        // Two seats of one municipality are as far as each other: the larger hall first.
        var seats = ReferenceTables.Seats.Select(seat => (Seat: seat, Km: point.KmTo(ReferenceTables.Points[seat.Municipality])))
            .OrderBy(row => row.Km).ThenByDescending(row => row.Seat.HallPlaces).ThenBy(row => row.Seat.Centre, StringComparer.Ordinal).ToList();
        var large = seats.FindIndex(row => row.Seat.HallPlaces >= (capacity ?? 0));
        var (seat, km) = seats[Math.Max(0, large)];
        return new(seat.Centre, seat.Venue, Math.Round((decimal)km, 1), large < 0);
    }
}
