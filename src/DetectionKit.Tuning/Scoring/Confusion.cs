namespace DetectionKit.Tuning.Scoring;

/// <summary>What was found and what was not. There are no true negatives: all that did not happen can't be counted.</summary>
/// <param name="TruePositives">Malicious, and found.</param>
/// <param name="FalsePositives">Benign, and found.</param>
/// <param name="FalseNegatives">Malicious, and not found.</param>
/// <param name="Unknown">Found, and not known to be either: in no rate below.</param>
public readonly record struct Confusion(long TruePositives, long FalsePositives, long FalseNegatives, long Unknown)
{
    /// <summary>TP / (TP + FP): the share of what was found that is malicious. NaN when nothing that is known was found.</summary>
    public double Precision => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>TP / (TP + FN): the share of what is malicious that was found. NaN when nothing is malicious.</summary>
    public double Recall => Share(TruePositives, TruePositives + FalseNegatives);

    /// <summary>2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall (van Rijsbergen, Information Retrieval, 1979). NaN when there is nothing to count.</summary>
    public double F1 => Share(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>The sum of two.</summary>
    public static Confusion operator +(Confusion x, Confusion y) => Add(x, y);

    /// <summary>The sum of two.</summary>
    public static Confusion Add(Confusion x, Confusion y) => new(
        x.TruePositives + y.TruePositives, x.FalsePositives + y.FalsePositives, x.FalseNegatives + y.FalseNegatives, x.Unknown + y.Unknown);

    private static double Share(long part, long whole) => whole == 0 ? double.NaN : part / (double)whole;
}
