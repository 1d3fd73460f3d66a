using DetectionKit.Detections;
using DetectionKit.Simulator;
using DetectionKit.Tuning.FalsePositives;
using DetectionKit.Tuning.Recommending;
using DetectionKit.Tuning.Reporting;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;
using Microsoft.Extensions.Configuration;

// The flagship from its defaults to a tuned set, step by step: what the defaults cost, which benign software fires, what excluding it and moving the threshold gives, and whether that holds on a day
// that nothing was chosen on.
const int Hosts = 100;
int[] training = [1, 2], heldOut = [3];
var detection = new VpsBeaconing();

Console.WriteLine($"1. The defaults, on two simulated days of {Hosts} hosts");
var defaults = TuningGrid.Of(detection, []);
var plain = Sweep(defaults, training);
Print("defaults", SettingScore.Sum([.. plain.Select(day => day.Scores[0])]));

Console.WriteLine("2. What fires falsely, and what excluding it would cost");
var exclusions = FalsePositiveAnalysis.Exclusions(plain, setting: 0).Where(candidate => candidate.Part == "image").ToList();
foreach (var candidate in exclusions.Take(5))
    Console.WriteLine($"   {candidate.Value,-28} {candidate.FalsePositives,6} false alerts, {candidate.TruePositives} true ones{(candidate.CampaignsLost.Count > 0 ? $", loses {string.Join(", ", candidate.CampaignsLost)}" : "")}");

// Known software may be left out; what an adversary hides in (a shell, a script host) may not.
var excluded = exclusions.Where(candidate => candidate.TruePositives == 0).Select(candidate => candidate.Value).ToList();
var configuration = new ConfigurationBuilder().AddInMemoryCollection(excluded.Select((image, i) => new KeyValuePair<string, string?>($"ExcludedImages:Add:{i}", image))).Build();

Console.WriteLine($"3. Without these {excluded.Count} images, 74 settings at once");
var grid = TuningGrid.Of(detection, [SweepAxis.Parse("MinConnections=4..40"), SweepAxis.Parse("CriticalPorts=1,2")], configuration);
var budget = new Budget(MaxFalsePositivesPer1000HostDays: 1_000, MinRecall: 0.6);
var report = new TuningReport(detection.Info, grid, Sweep(grid, training), Sweep(grid, heldOut), budget, []);
Print("excluded, defaults", report.Recommendation.Base);
Print($"recommended: {report.Recommendation.Setting}", report.Recommendation.Chosen);
foreach (var note in report.Recommendation.Notes) Console.WriteLine($"   {note}");

Console.WriteLine("4. On a day that nothing was chosen on");
Print("defaults", Sweep(defaults, heldOut)[0].Scores[0]);
Print("tuned", report.Recommendation.Confirmed!);
return report.Recommendation.Confirmed!.Alerts.Precision > plain[0].Scores[0].Alerts.Precision ? 0 : 1;

IReadOnlyList<SweepResult> Sweep(TuningGrid settings, IEnumerable<int> seeds) => [.. seeds.Select(seed =>
{
    var simulation = Simulation.Create(new SimulationOptions { Seed = seed, Hosts = Hosts, Duration = TimeSpan.FromDays(1) });
    var sweep = new OptionsSweep<Beacon, VpsBeaconingOptions>(detection, [.. settings.Settings.Select(setting => (VpsBeaconingOptions)setting.Options)]);
    foreach (var batch in simulation.Connections().Chunk(2_048)) sweep.Push(new ObjectBatch<NetworkConnection>(batch));
    return new SweepResult($"seed {seed}", settings.Settings.Count, sweep.Complete(), simulation.GroundTruth, new Exposure(Hosts, 1));
})];

void Print(string name, SettingScore score) => Console.WriteLine(FormattableString.Invariant(
    $"   {name}: precision {score.Alerts.Precision:0.000}, recall of campaigns {score.Campaigns.Recall:0.000}, {score.FalsePositivesPer1000HostDays:#,0} false positives per 1,000 host-days"));
