using Orchestrator.Cases.Reference;

namespace Orchestrator.Cases.Tests.Reference;

internal sealed class PlacesTests
{
    [Test]
    public void Every_municipality_has_a_place_in_the_region_and_none_is_too_many()
    {
        var known = ReferenceTables.ReadMunicipalities().Select(row => row.IstatCode).Distinct().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(ReferenceTables.Points.Keys, Is.EquivalentTo(known).And.Count.EqualTo(1_181));
            Assert.That(ReferenceTables.Points.Values.Select(point => point.Latitude), Is.All.InRange(44.0, 46.5));
            Assert.That(ReferenceTables.Points.Values.Select(point => point.Longitude), Is.All.InRange(6.6, 9.3));
        });
    }

    [Test]
    public void Every_centre_has_a_seat_in_its_own_basin_and_hours_and_Torino_has_two_seats()
    {
        var basins = ReferenceTables.ReadMunicipalities().ToLookup(row => row.IstatCode, row => row.CentreCode);

        Assert.Multiple(() =>
        {
            Assert.That(ReferenceTables.ReadCentres(), Has.Count.EqualTo(30));
            Assert.That(ReferenceTables.Seats, Has.Count.EqualTo(31));
            Assert.That(ReferenceTables.Seats.Where(seat => seat.Centre == "15").Select(seat => seat.Name), Is.EqualTo(new[] { "via Bologna", "via Castelgomberto" }));
            Assert.That(ReferenceTables.Seats, Is.All.Matches<CentreSeat>(seat => basins[seat.Municipality].Contains(seat.Centre)));
            Assert.That(ReferenceTables.Hours.Keys, Is.EquivalentTo(ReferenceTables.ReadCentres().Select(centre => centre.Code)));
        });
    }

    [Test]
    public void A_great_circle_is_measured_as_maps_measure_it()
    {
        var (torino, novara) = (ReferenceTables.Points["001272"], ReferenceTables.Points["003106"]);

        Assert.Multiple(() =>
        {
            Assert.That(torino.KmTo(novara), Is.EqualTo(85).Within(3));
            Assert.That(novara.KmTo(torino), Is.EqualTo(torino.KmTo(novara)).Within(1e-9));
            Assert.That(torino.KmTo(torino), Is.Zero);
            Assert.That(new GeoPoint(0, 0).KmTo(new GeoPoint(0, 180)), Is.EqualTo(20_015).Within(1));
        });
    }

    [TestCase(2026, 4, 6, true)]
    [TestCase(2027, 3, 29, true)]
    [TestCase(2019, 4, 22, true)]
    [TestCase(2026, 10, 4, true)]
    [TestCase(2025, 10, 4, false)]
    [TestCase(2026, 12, 8, true)]
    [TestCase(2026, 6, 24, false)] // a patron saint
    public void National_holidays_are_known(int year, int month, int day, bool holiday) =>
        Assert.That(NationalHolidays.Contains(new DateOnly(year, month, day)), Is.EqualTo(holiday));
}
