namespace DetectionKit;

/// <summary>Bowley's skewness, (Q1 + Q3 - 2 Q2) / (Q3 - Q1): zero where the median is one of the quartiles, as in RITA 5.</summary>
internal static class BowleySkew
{
    internal static double Of(double low, double median, double high) => high == low || median == low || median == high ? 0 : (low + high - (2 * median)) / (high - low);
}
