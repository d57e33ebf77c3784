namespace Orchestrator.Cases.Reference;

/// <summary>A place on the earth, degrees of WGS 84.</summary>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusKm = 6_371.0088; // mean radius (IUGG)

    /// <summary>Great-circle distance in kilometres (haversine): as the crow flies, without roads.</summary>
    public double KmTo(GeoPoint other)
    {
        var half = Math.Pow(Math.Sin(Radians(other.Latitude - Latitude) / 2), 2)
            + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Math.Pow(Math.Sin(Radians(other.Longitude - Longitude) / 2), 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
