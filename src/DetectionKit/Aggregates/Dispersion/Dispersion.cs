namespace DetectionKit;

/// <summary>How widely whole numbers lie about their median, such as the bytes that the calls of one pair send. Of no values every measure is zero.</summary>
/// <param name="Count">How many values there are; null counts as nothing.</param>
/// <param name="Median">The median.</param>
/// <param name="Deviation">The median absolute deviation from it.</param>
/// <param name="Skew">Bowley's skewness, (Q1 + Q3 - 2 Q2) / (Q3 - Q1), -1 to 1; zero where the median is one of the quartiles, which makes it say nothing.</param>
public readonly record struct Dispersion(long Count, double Median, double Deviation, double Skew)
{
    /// <summary>
    /// How alike the values are, 0 to 1: the mean of 1 - |skew| and (median - deviation) / median, which is RITA 5's score of data sizes (https://github.com/activecm/rita, analysis of beacons).
    /// Null where the median is not above zero, for then there is nothing to measure the deviation by.
    /// </summary>
    public double? Score => Median > 0 ? (1 - Math.Abs(Skew) + Math.Max(0, (Median - Deviation) / Median)) / 2 : null;
}
