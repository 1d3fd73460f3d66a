using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Writers;

namespace DetectionKit.Simulator.Tests.Writers;

public sealed class SimulationWriterTests
{
    private static readonly SimulationOptions Pinned = new() { Seed = 7, Hosts = 25, Duration = TimeSpan.FromMinutes(90) };
    private static readonly string[] Files = [SimulationWriter.EventsFileName, SimulationWriter.RawFileName, SimulationWriter.GroundTruthFileName];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SimulationWriter.EventsFileName, "cc01db43e837e1afd16ce0ce5581e30d9f0d76247e8353fa66800960dc17b5cb")]
    [InlineData(SimulationWriter.RawFileName, "33d29d053d67cb224e66c26567a7eb06714652d7f965f27a4f2a4919cdc498c2")]
    [InlineData(SimulationWriter.GroundTruthFileName, "cf6581970b2bf1b414993751b7b4dc2e3e33d12025fb385a65aa45d038310926")]
    public async Task WriteAsync_gives_the_same_bytes_on_every_machine(string file, string sha256)
    {
        using var folder = new TemporaryFolder();
        (await Hashes(Pinned, folder))[file].ShouldBe(sha256);
    }

    [Fact]
    public async Task WriteAsync_does_not_depend_on_the_culture()
    {
        using var here = new TemporaryFolder();
        using var there = new TemporaryFolder();
        var expected = await Hashes(Pinned with { Seed = -3 }, here);
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.DateTimeFormat.TimeSeparator = ".";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            (await Hashes(Pinned with { Seed = -3 }, there)).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task WriteAsync_gives_other_bytes_for_another_seed()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var first = await Hashes(Pinned, one);
        var second = await Hashes(Pinned with { Seed = 8 }, other);
        Files.ShouldAllBe(f => first[f] != second[f]);
    }

    [Fact]
    public async Task Raw_joined_gives_the_enriched_rows_missing_fields_included()
    {
        using var folder = new TemporaryFolder();
        var written = await SimulationWriter.WriteAsync(Offices.Small, folder.Path, cancellationToken: Cancellation);
        var enriched = RawJoin.Enriched(written.EventsPath);
        RawJoin.Joined(written.Paths[1]).ShouldBe(enriched);
        enriched.Count.ShouldBe((int)written.Connections);
        enriched.Count(r => r.User is null).ShouldBeGreaterThan(0);
        enriched.Count(r => r.CommandLine is null).ShouldBeGreaterThan(0);
        enriched.Count(r => r.Image is null).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Files_hold_the_connections_of_the_simulation()
    {
        using var folder = new TemporaryFolder();
        var written = await SimulationWriter.WriteAsync(Offices.Small, folder.Path, cancellationToken: Cancellation);
        RawJoin.Enriched(written.EventsPath).Select(r => new NetworkConnection(
                DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(r.Timestamp, CultureInfo.InvariantCulture)), r.Host, r.User, r.Image, r.CommandLine,
                IPAddress.Parse(r.Address), int.Parse(r.Port, CultureInfo.InvariantCulture)))
            .ShouldBe(Offices.Small.Connections());
        GroundTruthDocument.Load(written.GroundTruthPath).ToUtf8Json().ShouldBe(Offices.Small.GroundTruth.ToUtf8Json());
    }

    [Fact]
    public async Task Files_have_line_feeds_no_byte_order_mark_and_one_object_a_line()
    {
        using var folder = new TemporaryFolder();
        await SimulationWriter.WriteAsync(Simulation.Create(Pinned), folder.Path, cancellationToken: Cancellation);
        foreach (var file in Files)
        {
            var bytes = await File.ReadAllBytesAsync(folder[file], Cancellation);
            bytes[0].ShouldBe((byte)'{');
            bytes[^1].ShouldBe((byte)'\n');
            bytes.ShouldNotContain((byte)'\r');
        }

        RawJoin.Lines(folder[SimulationWriter.EventsFileName]).Count().ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public async Task Enriched_lines_say_missing_both_by_absence_and_by_null()
    {
        using var folder = new TemporaryFolder();
        var written = await SimulationWriter.WriteAsync(Offices.Small, folder.Path, cancellationToken: Cancellation);
        var lines = File.ReadLines(written.EventsPath).ToArray();
        lines.ShouldContain(l => l.Contains("\"CommandLine\":null", StringComparison.Ordinal));
        lines.ShouldContain(l => !l.Contains("\"CommandLine\":", StringComparison.Ordinal) && l.Contains("NetworkConnect", StringComparison.Ordinal));
        lines.ShouldContain(l => l.Contains("\"event_simpleName\":\"DnsRequest\"", StringComparison.Ordinal));
        lines.Average(l => l.Length).ShouldBeInRange(700, 1_100);
    }

    [Fact]
    public async Task Raw_connections_name_no_host_user_or_process()
    {
        using var folder = new TemporaryFolder();
        var written = await SimulationWriter.WriteAsync(Simulation.Create(Pinned), folder.Path, cancellationToken: Cancellation);
        var connections = File.ReadLines(written.Paths[1]).Where(l => l.Contains("\"NetworkConnectIP", StringComparison.Ordinal)).ToArray();
        foreach (var member in new[] { "ComputerName", "UserName", "ImageFileName", "CommandLine", "UserSid" })
            connections.ShouldAllBe(l => !l.Contains($"\"{member}\"", StringComparison.Ordinal));
        var six = connections.First(l => l.Contains("\"NetworkConnectIP6\"", StringComparison.Ordinal));
        six.ShouldMatch("\"RemoteAddressIP6\":\"[0-9a-f]{1,4}(:[0-9a-f]{1,4}){7}\"");
    }

    [Fact]
    public async Task Raw_rows_for_the_join_stand_at_the_head()
    {
        using var folder = new TemporaryFolder();
        var simulation = Simulation.Create(Pinned);
        await SimulationWriter.WriteAsync(simulation, folder.Path, cancellationToken: Cancellation);
        var head = RawJoin.Lines(folder[SimulationWriter.RawFileName]).Take(4 * Pinned.Hosts).ToArray();
        head.Count(e => RawJoin.Text(e, "event_simpleName") is null).ShouldBe(Pinned.Hosts);
        head.Count(e => RawJoin.Text(e, "event_simpleName") == "UserIdentity").ShouldBe(3 * Pinned.Hosts);
    }

    [Fact]
    public async Task WriteAsync_tells_its_progress_up_to_the_end()
    {
        using var folder = new TemporaryFolder();
        var told = new List<SimulationProgress>();
        var written = await SimulationWriter.WriteAsync(Offices.Small, folder.Path, new Recorder(told), Cancellation);
        told.Count.ShouldBeGreaterThan(1);
        told[^1].ShouldBe(new SimulationProgress(Offices.Small.Options.Start + Offices.Small.Options.Duration, 1, written.Connections, written.Bytes));
        told.Select(p => p.Fraction).ShouldBeInOrder();
        written.Bytes.ShouldBe(Files.Sum(f => new FileInfo(folder[f]).Length));
    }

    [Fact]
    public async Task WriteAsync_stops_when_asked()
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource();
        var stopAtFirst = new Stopper(source);
        await Should.ThrowAsync<OperationCanceledException>(() => SimulationWriter.WriteAsync(Offices.Small, folder.Path, stopAtFirst, source.Token));
        new FileInfo(folder[SimulationWriter.EventsFileName]).Length.ShouldBeLessThan(30_000_000);
    }

    private static async Task<Dictionary<string, string>> Hashes(SimulationOptions options, TemporaryFolder folder)
    {
        await SimulationWriter.WriteAsync(Simulation.Create(options), folder.Path, cancellationToken: Cancellation);
        return Files.ToDictionary(f => f, f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder[f]))));
    }

    private sealed class Recorder(List<SimulationProgress> told) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => told.Add(value);
    }

    private sealed class Stopper(CancellationTokenSource source) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => source.Cancel();
    }
}
