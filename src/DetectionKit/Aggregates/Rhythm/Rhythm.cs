namespace DetectionKit;

/// <summary>
/// How regular the events of a pane are, by the intervals between them, in whole seconds; events in one second are one. Of fewer than <see cref="LeastTimes"/> times every measure is zero.
/// The scores are those of RITA 5 (https://github.com/activecm/rita, analysis of beacons), which this follows: a perfect beacon has intervals that lie evenly about their median, and close to it.
/// </summary>
/// <param name="Times">How many times there are.</param>
/// <param name="Span">From the first to the last.</param>
/// <param name="Median">The median interval in seconds.</param>
/// <param name="Deviation">The median absolute deviation of the intervals about it, in seconds.</param>
/// <param name="Skew">Bowley's skewness of the intervals, (Q1 + Q3 - 2 Q2) / (Q3 - Q1), -1 to 1; zero where the median is one of the quartiles, which makes it say nothing.</param>
/// <param name="Variation">The coefficient of variation of the intervals: standard deviation (divisor n) by mean.</param>
/// <param name="Autocorrelation">The autocorrelation of the number of events over time at the median interval, -1 to 1.</param>
/// <param name="HistogramScore">How even the whole hours from the first event on are: one less the coefficient of variation of their numbers of events, 0 to 1; 0 of fewer than two hours.</param>
public readonly record struct Rhythm(int Times, TimeSpan Span, double Median, double Deviation, double Skew, double Variation, double Autocorrelation, double HistogramScore)
{
    /// <summary>The fewest times that have a rhythm: three intervals.</summary>
    public const int LeastTimes = 4;

    /// <summary>RITA's score of timestamps, 0 to 1: the mean of 1 - |skew| and (median - deviation) / median.</summary>
    public double TimeScore => Times < LeastTimes ? 0 : (1 - Math.Abs(Skew) + (Median > 0 ? Math.Max(0, (Median - Deviation) / Median) : 0)) / 2;
}
