using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Scenarios;
using DetectionKit.Simulator.Validation;
using DetectionKit.Simulator.Writers;
using DetectionKit.Simulator.Writers.Formats;
using Parquet.Serialization;

namespace DetectionKit.Simulator.Tests.Writers.Formats;

public sealed class TelemetryFormatTests
{
    // The validation tests leave events that nothing else leaves.
    private static readonly SimulationOptions s_options = new()
    {
        Seed = 11,
        Hosts = 30,
        Duration = TimeSpan.FromHours(2),
        Scenario = Scenario.OfficeUnderAttack with { Adversaries = [.. Scenario.OfficeUnderAttack.Adversaries, .. ValidationTest.All] },
    };

    public static TheoryData<string> Names => [.. TelemetryFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Write_gives_the_same_bytes_each_time(string name)
    {
        using var folder = new TemporaryFolder();
        var first = await BytesAsync(name, folder["one"]);
        var second = await BytesAsync(name, folder["two"]);

        first.Length.ShouldBeGreaterThan(100);
        second.ShouldBe(first);
    }

    [Theory]
    [InlineData("sysmon", "0c2f8a08f221df4872c25e0eac859367b0e052625361086771466853b2a74367")]
    [InlineData("zeek", "90724368e1f02ccde313a9728c4fc3be5a8d9327dfc0376f6f9c4d6659d49037")]
    [InlineData("zeek-json", "431d1e4a4891b9ee6a452366227e63262162aef9c03a85e13bc1a0e91602bf43")]
    [InlineData("security", "6372673dfb5151a3421357068138f0e774cfdabe69f0bd7707be3518c565fda0")]
    [InlineData("powershell", "9b82ff75342c4eb01905fec3b5deb739277843082d9e11a64f63441d5f06fbde")]
    [InlineData("auditd", "e765231dc88d189cccecc77a954891fcbfe6daf11a013a38564b23095e131788")]
    [InlineData("syslog", "0df18198983dbd342a03eeae82e935e7eaa4a9330f397850be83c5f93b29f383")]
    [InlineData("entra", "f1e0a37e581a6be55bc47129b5570933f1922119504846fd12067a74d518583f")]
    public async Task Write_gives_the_same_bytes_on_every_machine(string name, string sha256)
    {
        using var folder = new TemporaryFolder();

        Convert.ToHexStringLower(SHA256.HashData(await BytesAsync(name, folder.Path))).ShouldBe(sha256);
    }

    [Fact]
    public async Task Sysmon_has_every_connection_of_the_windows_hosts()
    {
        using var folder = new TemporaryFolder();
        await BytesAsync("sysmon", folder.Path);
        var written = File.ReadLines(folder["sysmon.ndjson"]).Select(line => JsonDocument.Parse(line).RootElement).Where(e => e.GetProperty("event_id").GetInt32() == 3).Select(e =>
        {
            var data = e.GetProperty("event_data");
            return (e.GetProperty("@timestamp").GetDateTimeOffset(), e.GetProperty("computer_name").GetString()!.Split('.')[0], IPAddress.Parse(data.GetProperty("DestinationIp").GetString()!).ToString(), data.GetProperty("DestinationPort").GetString());
        });

        written.ShouldBe(Connections().Where(c => c.Process.Host.IsWindows).Select(c => (c.Reported, c.Process.Host.Name, c.RemoteAddress.ToString(), (string?)c.RemotePort.ToString(CultureInfo.InvariantCulture))));
        File.ReadLines(folder["sysmon.ndjson"]).ShouldAllBe(line => !line.Contains("HarddiskVolume", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Zeek_tsv_and_json_have_the_same_connections()
    {
        using var folder = new TemporaryFolder();
        await BytesAsync("zeek", folder.Path);
        await BytesAsync("zeek-json", folder.Path);
        var lines = await File.ReadAllLinesAsync(folder["conn.log"], TestContext.Current.CancellationToken);
        var names = lines.Single(line => line.StartsWith("#fields", StringComparison.Ordinal)).Split('\t')[1..];
        var rows = lines.Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToList();
        var json = File.ReadLines(folder["conn.json"]).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        rows.ShouldAllBe(row => row.Length == names.Length);
        rows.Select(row => (row[2], row[4], row[5])).ShouldBe(Connections().Select(c => (Origin(c), c.RemoteAddress.ToString(), c.RemotePort.ToString(CultureInfo.InvariantCulture))));
        json.Count.ShouldBe(rows.Count);
        foreach (var (row, e) in rows.Zip(json))
        {
            for (var i = 0; i < names.Length; i++)
            {
                var text = e.TryGetProperty(names[i], out var value) ? value.ValueKind switch { JsonValueKind.True => "T", JsonValueKind.False => "F", JsonValueKind.String => value.GetString(), _ => value.GetRawText() } : "-";
                text.ShouldBe(row[i], names[i]);
            }
        }

        rows.Select(row => row[1]).Distinct().Count().ShouldBe(rows.Count);
    }

    [Fact]
    public async Task Parquet_has_every_connection()
    {
        using var folder = new TemporaryFolder();
        await BytesAsync("parquet", folder.Path);
        await using var stream = File.OpenRead(folder["connections.parquet"]);
        var rows = await ParquetSerializerRows(stream);

        rows.ShouldBe(Connections().Select(c => c.ToNetworkConnection()).Select(c => (c.Time.UtcDateTime, c.Host, c.User, c.Image, c.CommandLine, (string?)c.RemoteAddress.ToString(), c.RemotePort)));
    }

    [Theory]
    [InlineData("sysmon", "host")]
    [InlineData("zeek", "remoteAddress")]
    public async Task Ground_truth_names_keys_as_the_format_has_them(string name, string part)
    {
        using var folder = new TemporaryFolder();
        await BytesAsync(name, folder.Path);
        var text = await File.ReadAllTextAsync(folder[TelemetryFormat.Named(name).FileName], TestContext.Current.CancellationToken);
        var malicious = GroundTruthDocument.Load(folder["ground-truth.json"]).Labels.Where(label => label.Malicious).ToList();

        malicious.ShouldNotBeEmpty();
        foreach (var label in malicious)
        {
            label.Key!.TryGet(part, out var value).ShouldBeTrue();
            text.ShouldContain(value!);
            if (name == "zeek") label.Key.TryGet("image", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void Named_unknown_format_names_all() => Should.Throw<ArgumentException>(() => TelemetryFormat.Named("csv")).Message.ShouldContain("auditd, entra, fdr, fdr-raw, parquet, powershell, security, syslog, sysmon, zeek, zeek-json");

    private static IEnumerable<SimulatedConnection> Connections() => Simulation.Create(s_options).Events().OfType<SimulatedConnection>();

    private static string Origin(SimulatedConnection c) =>
        c.RemoteAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? IPAddress.Parse(c.Process.Host.LocalAddress6 ?? "::1").ToString() : c.Process.Host.LocalAddress;

    private static async Task<byte[]> BytesAsync(string name, string folder)
    {
        var written = await SimulationWriter.WriteAsync(Simulation.Create(s_options), folder, [TelemetryFormat.Named(name)], null, TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(written.EventsPath, TestContext.Current.CancellationToken);
    }

    private static async Task<List<(DateTime, string?, string?, string?, string?, string?, int)>> ParquetSerializerRows(Stream stream)
    {
        var rows = await ParquetSerializer.DeserializeAsync<Row>(stream, cancellationToken: TestContext.Current.CancellationToken);
        return [.. rows.Data.Select(row => (DateTime.SpecifyKind(row.Time, DateTimeKind.Utc), row.Host, row.User, row.Image, row.CommandLine, row.RemoteAddress, row.RemotePort))];
    }

    private sealed class Row
    {
        public DateTime Time { get; set; }

        public string? Host { get; set; }

        public string? User { get; set; }

        public string? Image { get; set; }

        public string? CommandLine { get; set; }

        public string? RemoteAddress { get; set; }

        public int RemotePort { get; set; }
    }
}
