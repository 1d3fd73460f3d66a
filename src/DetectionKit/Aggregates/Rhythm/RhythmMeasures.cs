namespace DetectionKit;

/// <summary>Measures the rhythm of times.</summary>
internal static class RhythmMeasures
{
    private const int SecondsAnHour = 3600;

    // The autocorrelation is taken of counts in bins of a tenth of the median interval, so that jitter of that size does not hide a rhythm.
    private const int BinsAnInterval = 10;

    internal static Rhythm Of(EventTimes times)
    {
        var seconds = times.Seconds;
        if (seconds.Count < Rhythm.LeastTimes) return new(seconds.Count, Span(seconds), 0, 0, 0, 0, 0, 0);
        var intervals = new double[seconds.Count - 1];
        for (var i = 0; i < intervals.Length; i++) intervals[i] = seconds[i + 1] - seconds[i];
        Array.Sort(intervals);
        var median = Quantile(intervals, 0.5);
        var deviations = Array.ConvertAll(intervals, interval => Math.Abs(interval - median));
        Array.Sort(deviations);
        return new(seconds.Count, Span(seconds), median, Quantile(deviations, 0.5), BowleySkew.Of(Quantile(intervals, 0.25), median, Quantile(intervals, 0.75)), Variation(intervals), Autocorrelation(seconds, median), Evenness(seconds));
    }

    private static TimeSpan Span(IReadOnlyList<long> seconds) => seconds.Count < 2 ? TimeSpan.Zero : TimeSpan.FromSeconds(seconds[^1] - seconds[0]);

    // Interpolated linearly between the two nearest ranks, as Percentile does.
    private static double Quantile(double[] sorted, double p)
    {
        var position = p * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    private static double Variation(double[] values)
    {
        var mean = values.Average();
        return mean == 0 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length) / mean;
    }

    private static double Evenness(IReadOnlyList<long> seconds)
    {
        var hours = (int)((seconds[^1] - seconds[0] + 1) / SecondsAnHour);
        if (hours < 2) return 0;
        var counts = new double[hours];
        foreach (var second in seconds)
        {
            if ((second - seconds[0]) / SecondsAnHour is var hour && hour < hours) counts[hour]++;
        }

        return Math.Max(0, 1 - Variation(counts));
    }

    // r(L) = Σ (x(t) - m)(x(t + L) - m) / Σ (x(t) - m)², the greatest of the lags within a bin of the median. Bins without events add up to a term of their own, so that only the others are visited.
    private static double Autocorrelation(IReadOnlyList<long> seconds, double median)
    {
        var width = Math.Max(1, median / BinsAnInterval);
        var bins = (long)((seconds[^1] - seconds[0]) / width) + 1;
        var counts = new Dictionary<long, int>();
        foreach (var second in seconds)
        {
            var bin = (long)((second - seconds[0]) / width);
            counts[bin] = counts.GetValueOrDefault(bin) + 1;
        }

        var mean = (double)seconds.Count / bins;
        var variance = counts.Values.Sum(count => (double)count * count) - (bins * mean * mean);
        var lag = Math.Max(1, (long)Math.Round(median / width));
        return variance <= 0 ? 0 : Enumerable.Range(-1, 3).Select(near => lag + near).Where(near => near > 0 && near < bins).Select(near => At(counts, bins, mean, near) / variance).DefaultIfEmpty(0).Max();
    }

    private static double At(Dictionary<long, int> counts, long bins, double mean, long lag)
    {
        double products = 0, left = 0, right = 0;
        foreach (var (bin, count) in counts.OrderBy(bin => bin.Key))
        {
            products += (double)count * counts.GetValueOrDefault(bin + lag);
            if (bin < bins - lag) left += count;
            if (bin >= lag) right += count;
        }

        return products - (mean * (left + right)) + ((bins - lag) * mean * mean);
    }
}
