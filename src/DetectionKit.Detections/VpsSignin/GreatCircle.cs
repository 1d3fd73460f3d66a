namespace DetectionKit.Detections;

/// <summary>Distances on the globe.</summary>
public static class GreatCircle
{
    // The mean radius of the earth (IUGG), in kilometres.
    private const double Radius = 6371.0088;

    /// <summary>The distance of two places by the haversine formula, in kilometres; 0 where a place is not known.</summary>
    /// <param name="latitude">Degrees north of the one.</param>
    /// <param name="longitude">Degrees east of the one.</param>
    /// <param name="otherLatitude">Degrees north of the other.</param>
    /// <param name="otherLongitude">Degrees east of the other.</param>
    public static double Kilometres(double? latitude, double? longitude, double? otherLatitude, double? otherLongitude)
    {
        if (latitude is not { } north || longitude is not { } east || otherLatitude is not { } otherNorth || otherLongitude is not { } otherEast) return 0;
        var (from, to) = (double.DegreesToRadians(north), double.DegreesToRadians(otherNorth));
        var half = Math.Pow(Math.Sin((to - from) / 2), 2) + (Math.Cos(from) * Math.Cos(to) * Math.Pow(Math.Sin(double.DegreesToRadians(otherEast - east) / 2), 2));
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
