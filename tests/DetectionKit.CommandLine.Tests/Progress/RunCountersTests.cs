using System.Globalization;

namespace DetectionKit.CommandLine.Tests.Progress;

public sealed class RunCountersTests
{
    [Fact]
    public async Task Warnings_more_connections_waiting_than_may_says_how_many_did_not()
    {
        // A second apart, and no record names their host: all of them wait, of which a hundred thousand may.
        using var folder = new TemporaryFolder();
        var path = folder.Write("raw.ndjson", string.Concat(Enumerable.Range(0, 100_003).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"event_simpleName":"NetworkConnectIP4","aid":"a","ContextProcessId":"7","timestamp":"{{1772438400000 + (i * 1_000L)}}","RemoteAddressIP4":"203.0.113.7","RemotePort":"443"}""") + "\n")));

        var wide = await CommandRun.OfAsync("run", "vps-beaconing", path, "--disorder", "36h");
        wide.Error.ShouldContain("3 connections went on before their time, because too many waited for their process, user or host: lower --disorder");
        wide.Error.ShouldContain("100,003 events");

        var usual = await CommandRun.OfAsync("run", "vps-beaconing", path, "--disorder", "10m");
        usual.Error.ShouldNotContain("before their time");
    }
}
