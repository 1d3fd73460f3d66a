using DetectionKit.Simulator;
using DetectionKit.Simulator.Writers;
using DetectionKit.Sources;

namespace DetectionKit.Detections.Tests;

/// <summary>The detection over simulated Falcon data equals the reference query run by DuckDB over the same file, row for row.</summary>
public sealed class ReferenceEquivalenceTests
{
    private const string FullSize = "DETECTIONKIT_FULL_SIZE";

    // A mutant is told from the rule by one file or by none: build/mutate asks for one.
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("DETECTIONKIT_SIMULATED_FILES") ?? "20", System.Globalization.CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Result_of_a_simulated_file_equals_the_reference(int seed)
    {
        using var folder = new TemporaryFolder();
        await Compare(folder, new() { Seed = seed, Hosts = 25, Duration = TimeSpan.FromHours(2) }, shuffle: true);
    }

    /// <summary>The same over two million connections; it takes minutes and gigabytes, so it is asked for by an environment variable.</summary>
    [Fact]
    public async Task Result_of_two_million_connections_equals_the_reference()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(FullSize) is null, $"Set {FullSize}=1 to run it.");
        using var folder = new TemporaryFolder();
        await Compare(folder, new() { Seed = 7, Hosts = 1000, Duration = TimeSpan.FromHours(8), Intensity = 1.25 }, shuffle: true, atLeast: 2_000_000);
    }

    private static async Task Compare(TemporaryFolder folder, SimulationOptions options, bool shuffle, long atLeast = 1)
    {
        await SimulationWriter.WriteAsync(Simulation.Create(options), folder.Path, null, TestContext.Current.CancellationToken);
        var enriched = Path.Combine(folder.Path, SimulationWriter.EventsFileName);
        var expected = ReferenceQuery.Run(enriched);
        expected.ShouldNotBeEmpty();

        var alerts = Detect(enriched, atLeast);
        alerts.Select(ReferenceRow.Of).Order().ShouldBe(expected);
        Detect(Path.Combine(folder.Path, SimulationWriter.RawFileName)).Select(Fingerprint).ShouldBe(alerts.Select(Fingerprint), "the raw shape, joined, gives the same alerts in the same order");
        if (!shuffle) return;

        foreach (var file in new[] { enriched, Path.Combine(folder.Path, SimulationWriter.RawFileName) })
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            new Random(options.Seed).Shuffle(lines);
            var shuffled = file + ".shuffled.ndjson";
            await File.WriteAllLinesAsync(shuffled, lines, TestContext.Current.CancellationToken);
            Detect(shuffled).Select(Fingerprint).ShouldBe(alerts.Select(Fingerprint), $"the order of {Path.GetFileName(file)} does not matter");
        }
    }

    private static List<Alert<Beacon>> Detect(string file, long atLeast = 1)
    {
        var report = new SourceReport();
        var alerts = EventFiles.Read<NetworkConnection>(file, report: report).Detect(new VpsBeaconing()).ToList();
        report.Malformed.ShouldBe(0);
        report.Events.ShouldBeGreaterThanOrEqualTo(atLeast);
        return alerts;
    }

    private static string Fingerprint(Alert<Beacon> alert) => $"{alert.Id} {ReferenceRow.Of(alert)}";
}
