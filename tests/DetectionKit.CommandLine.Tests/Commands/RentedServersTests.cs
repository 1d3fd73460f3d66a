using System.Text.Json;

namespace DetectionKit.CommandLine.Tests.Commands;

/// <summary>What the simulator writes of rented servers, read again and judged by its labels.</summary>
public sealed class RentedServersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_port_scan_is_found_in_the_log_of_the_edge()
    {
        (await CommandRun.OfAsync("simulate", "--scenario", "rented-servers", "--hosts", "60", "--hours", "2", "--out", _folder.PathOf("sim"), "--format", "zeek", "--quiet")).ExitCode.ShouldBe(0);
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.PathOf("sim/ground-truth.json"), TestContext.Current.CancellationToken));
        var scanners = truth.RootElement.GetProperty("labels").EnumerateArray().Where(label => label.GetProperty("malicious").GetBoolean() && label.GetProperty("key").TryGetProperty("scanner", out _))
            .Select(label => label.GetProperty("key").GetProperty("scanner").GetString()).Distinct().Order().ToList();

        var run = await CommandRun.OfAsync("run", "vps-inbound-scan", _folder.PathOf("sim/conn.log"), "--output", "json", "--set", "Hosting=Require");

        scanners.ShouldNotBeEmpty();
        run.Json.Select(alert => alert.GetProperty("Scanner").GetString()).Distinct().Order().ShouldBe(scanners);
        run.Json.ShouldAllBe(alert => alert.GetProperty("Hosting").GetString()!.Contains("listed ", StringComparison.Ordinal));
    }
}
