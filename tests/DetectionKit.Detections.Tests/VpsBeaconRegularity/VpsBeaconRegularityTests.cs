using DetectionKit.Sources;

namespace DetectionKit.Detections.Tests;

/// <summary>On a recorded day of a lab network (RITA's test data). Skipped where the recording is absent.</summary>
public sealed class VpsBeaconRegularityTests
{
    private static readonly VpsBeaconRegularity s_detection = new();

    [Fact]
    public void Fires_when_ten_hosts_call_every_five_minutes_and_ranks_them_among_the_first_thirty()
    {
        var found = Ranked().Select(alert => alert.Value).ToList();

        var calls = found.Where(b => b.Destination == "www.alexa.com").ToList();
        calls.Select(b => b.Host).ShouldBe(new[] { 100, 103, 104, 105, 106, 107, 108, 109, 110, 111 }.Select(host => $"10.55.100.{host}"), ignoreOrder: true);
        calls.ShouldAllBe(b => found.IndexOf(b) < 30);
        calls.ShouldAllBe(b => b.IntervalSeconds == 300);
    }

    /// <summary>What RITA's tests publish for two of the pairs, with their tolerance.</summary>
    [Theory]
    [InlineData("10.55.100.109", "www.alexa.com", 0.999)]
    [InlineData("10.55.100.111", "tile-service.weather.microsoft.com", 1.0)]
    public void Time_scores_are_those_of_RITA(string source, string destination, double expected) =>
        Ranked().Select(alert => alert.Value).Where(b => b.Host == source && b.Destination == destination).ShouldHaveSingleItem().TimeScore.ShouldBe(expected, 0.05);

    [Fact]
    public void Stays_silent_when_advertising_is_polled_in_bursts() =>
        Ranked().Select(alert => alert.Value.Destination).ShouldNotContain(destination => destination.Contains("openx", StringComparison.Ordinal) || destination.Contains("3lift", StringComparison.Ordinal));

    [Fact]
    public void Validate_wrong_options_names_them()
    {
        Refused(new() { Hop = TimeSpan.FromDays(2) }).ShouldContain("Hop is 2.00:00:00; it must be above zero and at most Window (1.00:00:00).");
        Refused(new() { Window = TimeSpan.Zero }).ShouldContain("Window is 00:00:00");
        Refused(new() { Quiet = TimeSpan.Zero }).ShouldContain("Quiet is 00:00:00");
        Refused(new() { HighScore = 0.8 }).ShouldContain("HighScore is 0.8, below MediumScore (0.85)");
        Refused(new() { MinScore = 0.86 }).ShouldContain("MediumScore is 0.85, below MinScore (0.86)");
    }

    private static string Refused(VpsBeaconRegularityOptions options) => Should.Throw<DetectionOptionsException>(() => Array.Empty<NetworkFlow>().Detect(s_detection, options)).Message;

    private static IReadOnlyList<Alert<RegularBeacon>> Ranked()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DetectionKit.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        var log = Path.Combine(folder, "..", "shared", "data", "zeek", "regular-http", "http.log.gz");
        Assert.SkipUnless(File.Exists(log), $"The recording is not at {log}.");
        return [.. s_detection.Rank.Apply(EventFiles.Read<NetworkFlow>(log).Detect(s_detection))];
    }
}
