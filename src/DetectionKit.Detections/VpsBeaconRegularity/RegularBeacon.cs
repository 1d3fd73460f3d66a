namespace DetectionKit.Detections;

/// <summary>What an alert of <see cref="VpsBeaconRegularity"/> says.</summary>
/// <param name="Host">The host that calls: its name or its address; null when unknown.</param>
/// <param name="Image">The process, on an endpoint; null when unknown.</param>
/// <param name="Destination">The name that is called, else the address.</param>
/// <param name="Connections">How many connections or requests, those in one second counted once.</param>
/// <param name="IntervalSeconds">The median interval.</param>
/// <param name="DeviationSeconds">The median absolute deviation of the intervals.</param>
/// <param name="Skew">Bowley's skewness of the intervals, -1 to 1.</param>
/// <param name="Autocorrelation">Of the number of connections over time, at the median interval.</param>
/// <param name="TimeScore">RITA's score of timestamps, 0 to 1.</param>
/// <param name="HistogramScore">How even the hours are, 0 to 1.</param>
/// <param name="DurationScore">The part of the window from the first connection to the last, 0 to 1.</param>
/// <param name="SizeScore">RITA's score of data sizes, of the bytes sent, 0 to 1; null where they are not known, or mostly zero.</param>
/// <param name="Score">The mean of the four, or of the three where sizes are not known, 0 to 1.</param>
/// <param name="Risk">The tier.</param>
/// <param name="Hosting">Who rents the server out, and as of when that is known; null where nobody is known to.</param>
public sealed record RegularBeacon(
    string? Host,
    string? Image,
    string Destination,
    int Connections,
    double IntervalSeconds,
    double DeviationSeconds,
    double Skew,
    double Autocorrelation,
    double TimeScore,
    double HistogramScore,
    double DurationScore,
    double? SizeScore,
    double Score,
    RegularityRisk Risk,
    string? Hosting = null);
