using CsCheck;
using DetectionKit.Tuning.Recommending;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Tests.Recommending;

public sealed class RecommenderTests
{
    private static readonly TuningGrid s_grid = TuningGrid.Of(new CallDetection<string?>("calls", (events, o) => events.Where(c => c.RemotePort > o.Min).Select(c => c.Host)), [SweepAxis.Parse("Min=1..5")]);

    private static readonly Gen<SettingScore[]> s_scores = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 9], Gen.Bool.Array[3]).Array[6].Select(drawn => drawn.Select((one, setting) => Score(setting, one.Item1, one.Item2, one.Item3)).ToArray());

    [Fact]
    public void Choose_keeps_to_the_budget_and_finds_as_much_as_any_that_does() =>
        Gen.Select(s_scores, Gen.Double[0, 9_000], Gen.OneOf<double?>(null, 0.3, 0.7), Gen.OneOf<string[]>([], ["c0"])).Sample((scores, most, recall, must) =>
        {
            var budget = new Budget(most, recall, must);
            var within = scores.Where(score => score.FalsePositivesPer1000HostDays <= most && !(recall > score.Campaigns.Recall) && must.All(campaign => score.Outcomes.Single(outcome => outcome.Campaign == campaign).IsFound)).ToList();
            var chosen = Recommender.Choose(s_grid, scores, null, budget);

            chosen.KeepsToBudget.ShouldBe(within.Count > 0);
            if (within.Count == 0)
            {
                chosen.Setting.Number.ShouldBe(0);
                chosen.Notes[0].ShouldContain("No setting keeps to the budget");
                return;
            }

            within.Select(score => score.Setting).ShouldContain(chosen.Setting.Number);
            chosen.Chosen.Campaigns.TruePositives.ShouldBe(within.Max(score => score.Campaigns.TruePositives));
            within.Where(score => score.Campaigns.TruePositives == chosen.Chosen.Campaigns.TruePositives && score.Keys.TruePositives == chosen.Chosen.Keys.TruePositives)
                .Min(score => score.Alerts.FalsePositives).ShouldBe(chosen.Chosen.Alerts.FalsePositives);
        });

    [Fact]
    public void Choose_says_what_it_gives_up()
    {
        SettingScore[] scores = [Score(0, 5, 9, [true, true, false]), .. Enumerable.Range(1, 5).Select(setting => Score(setting, 1, 1, [true, false, true]))];

        var chosen = Recommender.Choose(s_grid, scores, scores, new(1_500));

        chosen.Notes.ShouldContain("Gives up campaign c1, which the base finds.");
        chosen.Notes.ShouldContain("Finds campaign c2, which the base misses.");
        chosen.Confirmed.ShouldBe(scores[chosen.Setting.Number]);
        Recommender.Choose(s_grid, scores, null, new(1_500, null, ["c1"])).Notes[0].ShouldContain("campaign c1 is lost");
    }

    [Fact]
    public void ParetoFront_has_all_that_nothing_betters_and_no_more() => s_scores.Sample(scores =>
    {
        var front = Recommender.ParetoFront(scores);
        foreach (var score in scores)
        {
            var isBettered = scores.Any(other => other.Alerts.FalsePositives <= score.Alerts.FalsePositives && other.Campaigns.TruePositives >= score.Campaigns.TruePositives
                && (other.Alerts.FalsePositives < score.Alerts.FalsePositives || other.Campaigns.TruePositives > score.Campaigns.TruePositives));
            front.Any(on => on.Alerts.FalsePositives == score.Alerts.FalsePositives && on.Campaigns.TruePositives == score.Campaigns.TruePositives).ShouldBe(!isBettered);
        }
    });

    private static SettingScore Score(int setting, int keys, int falsePositives, bool[] found) => new(
        setting, new(keys, falsePositives, 0, 0), new(keys, 0, 6 - keys, 0), new(found.Count(f => f), 0, found.Count(f => !f), 0),
        [.. found.Select((f, i) => new CampaignOutcome($"c{i}", null, false, f ? 1 : 0, null))], new(1, 1));
}
