using DetectionKit.Tuning.FalsePositives;
using DetectionKit.Tuning.Recommending;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Reporting;

/// <summary>All that a tuning found, for people and for programs.</summary>
public sealed class TuningReport
{
    /// <summary>Puts a report together.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="grid">The settings that were swept.</param>
    /// <param name="training">What the sweep found in each set of events to choose on; one or more.</param>
    /// <param name="heldOut">What it found in held-out events; may be none.</param>
    /// <param name="budget">What a setting must keep to.</param>
    /// <param name="truths">The labels of the events to choose on, for the timeline.</param>
    public TuningReport(DetectionInfo detection, TuningGrid grid, IReadOnlyList<SweepResult> training, IReadOnlyList<SweepResult> heldOut, Budget budget, IReadOnlyList<GroundTruth.GroundTruthDocument> truths)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        if (training.Count == 0) throw new ArgumentException("There is nothing to choose on: give one set of labelled events or more.", nameof(training));
        (Detection, Grid, Training, HeldOut, Budget) = (detection, grid, training, heldOut, budget);
        Scores = Sums(grid, training);
        HeldOutScores = heldOut.Count == 0 ? null : Sums(grid, heldOut);
        Recommendation = Recommender.Choose(grid, Scores, HeldOutScores, budget);
        ParetoFront = Recommender.ParetoFront(Scores);
        var chosen = Recommendation.Setting.Number;
        FalsePositives = FalsePositiveAnalysis.Groups(grid, training, chosen);
        Exclusions = FalsePositiveAnalysis.Exclusions(training, chosen);
        Timelines = CampaignTimeline.Of(training[0], truths.Count > 0 ? truths[0] : null, chosen);
    }

    /// <summary>The detection.</summary>
    public DetectionInfo Detection { get; }

    /// <summary>The settings.</summary>
    public TuningGrid Grid { get; }

    /// <summary>What was found in each set of events to choose on.</summary>
    public IReadOnlyList<SweepResult> Training { get; }

    /// <summary>What was found in held-out events.</summary>
    public IReadOnlyList<SweepResult> HeldOut { get; }

    /// <summary>What a setting must keep to.</summary>
    public Budget Budget { get; }

    /// <summary>The figures of each setting over all events to choose on.</summary>
    public IReadOnlyList<SettingScore> Scores { get; }

    /// <summary>The figures of each setting over all held-out events; null where there are none.</summary>
    public IReadOnlyList<SettingScore>? HeldOutScores { get; }

    /// <summary>The setting that is recommended.</summary>
    public Recommendation Recommendation { get; }

    /// <summary>The settings that no other betters.</summary>
    public IReadOnlyList<SettingScore> ParetoFront { get; }

    /// <summary>Who fires falsely under the recommended setting.</summary>
    public IReadOnlyList<FalsePositiveGroup> FalsePositives { get; }

    /// <summary>What could be excluded under the recommended setting.</summary>
    public IReadOnlyList<CandidateExclusion> Exclusions { get; }

    /// <summary>One campaign that the recommended setting finds, and one that it misses, as far as there are such.</summary>
    public IReadOnlyList<CampaignTimeline> Timelines { get; }

    /// <summary>A figure of a setting over the seeds.</summary>
    /// <param name="setting">The setting's number.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="heldOut">Whether over the held-out events.</param>
    public SeedInterval Over(int setting, Func<SettingScore, double> figure, bool heldOut = false) => SeedInterval.Of((heldOut ? HeldOut : Training).Select(result => figure(result.Scores[setting])));

    private static SettingScore[] Sums(TuningGrid grid, IReadOnlyList<SweepResult> results) =>
        [.. Enumerable.Range(0, grid.Settings.Count).Select(setting => SettingScore.Sum([.. results.Select(result => result.Scores[setting])]))];
}
