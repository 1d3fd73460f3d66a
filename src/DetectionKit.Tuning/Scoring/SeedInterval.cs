namespace DetectionKit.Tuning.Scoring;

/// <summary>The mean of a figure over several seeds, with its 95 % confidence interval: mean ± t(0.975, n - 1) · s / √n, s being the sample standard deviation (Student, Biometrika 6, 1908).</summary>
/// <param name="Mean">The mean of those seeds that have the figure; NaN where none has.</param>
/// <param name="HalfWidth">Half the width of the interval; NaN of fewer than two seeds.</param>
/// <param name="Seeds">How many seeds have the figure.</param>
public readonly record struct SeedInterval(double Mean, double HalfWidth, int Seeds)
{
    // The 0.975 quantiles of Student's t for 1 to 30 degrees of freedom; from there on the normal one (Fisher and Yates, Statistical Tables, table III).
    private static readonly double[] s_quantiles =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    private const double Normal = 1.96;

    /// <summary>The interval of a figure.</summary>
    /// <param name="values">Its value for each seed; NaN where a seed has none.</param>
    public static SeedInterval Of(IEnumerable<double> values)
    {
        var known = values.Where(value => !double.IsNaN(value)).ToList();
        if (known.Count == 0) return new(double.NaN, double.NaN, 0);
        var mean = known.Average();
        if (known.Count == 1) return new(mean, double.NaN, 1);
        var deviation = Math.Sqrt(known.Sum(value => (value - mean) * (value - mean)) / (known.Count - 1));
        var quantile = known.Count - 2 < s_quantiles.Length ? s_quantiles[known.Count - 2] : Normal;
        return new(mean, quantile * deviation / Math.Sqrt(known.Count), known.Count);
    }
}
