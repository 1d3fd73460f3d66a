using System.Text;
using CsCheck;
using DetectionKit.Sources.Tests.Falcon;

namespace DetectionKit.Sources.Tests.Columns;

/// <summary>What a source leaves out because a detection does not read it changes no alert.</summary>
public sealed class ConnectionColumnsTests
{
    private static readonly Detection<Talk, NoOptions> s_talks = Detection.Define("talks", (Events<NetworkConnection> events) => events
        .Where(c => !c.RemoteAddress.IsIPv6LinkLocal && c.Image != "b.exe" && c.Image!.Length > 3)
        .Where(c => c.User != "v")
        .Where(c => c.RemotePort != 22)
        .GroupBy(c => new { c.Host, c.User, c.CommandLine, c.RemoteAddress })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Connections = g.Count(), Ports = g.CountDistinct(c => c.RemotePort) })
        .Select(t => new Talk(t.Key.Host, t.Key.User, t.Key.CommandLine, t.Key.RemoteAddress.ToString(), t.Connections, t.Ports)));

    private static readonly Gen<string> s_line = Gen.Select(
        Gen.OneOf("H", "G", null), Gen.OneOf("u", "v", "\\u0075", null), Gen.OneOf("a.exe", "b.exe", "", "C:\\\\x.exe"), Gen.OneOf("-x \\\"y\\\"", "", "-z"),
        Gen.OneOf("203.0.113.5", "fe80::1", "::ffff:203.0.113.5", "soon"), Gen.OneOf("443", "22", "80", "70000"), Gen.Long[0, 7_200_000]).Select((host, user, image, commandLine, address, port, time) =>
            FalconLines.Enriched(string.Join(',', new[]
            {
                host is null ? null : $"\"ComputerName\":\"{host}\"", user is null ? null : $"\"UserName\":\"{user}\"", $"\"ImageFileName\":\"{image}\"", $"\"CommandLine\":\"{commandLine}\"",
                $"\"RemoteAddressIP4\":\"{address}\"", $"\"RemotePort\":\"{port}\"", $"\"timestamp\":\"{FalconLines.Start + time}\"", "\"ContextProcessId\":\"17\"",
            }.OfType<string>())));

    [Fact]
    public void Read_for_a_detection_gives_the_alerts_of_whole_events() => Gen.Select(s_line.Array[0, 60], Gen.Int[1, 20], Gen.Bool).Sample(
        (lines, batch, any) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
            SourceOptions Options() => new() { StandardInput = new MemoryStream(bytes), BatchSize = batch, Format = "falcon", Disorder = any ? Disorder.Any : Disorder.Within(TimeSpan.FromHours(3)) };
            var (report, needed) = (new RunReport(), new RunReport());
            var settings = new RunSettings { Disorder = Options().Disorder };
            var (source, columns) = (new SourceReport(), new SourceReport());
            var objects = Input.Events(EventFiles.Read<NetworkConnection>("-", Options(), source)).Detect(s_talks, settings: settings, report: report).Select(Shown).ToList();
            var alerts = EventFiles.Read("-", Options(), columns, s_talks.ReadsOf<NetworkConnection>()).Detect(s_talks, settings: settings, report: needed).Select(Shown).ToList();
            return objects.SequenceEqual(alerts) && report.FaultyEvents == needed.FaultyEvents && report.LateEvents == needed.LateEvents && source.Malformed == columns.Malformed && source.Events == columns.Events;
        },
        iter: 500,
        print: input => string.Join('\n', input.Item1));

    [Fact]
    public void Read_for_a_detection_leaves_out_what_no_one_reads()
    {
        var line = FalconLines.Enriched("""
            "ComputerName":"H","UserName":"u","ImageFileName":"b.exe","CommandLine":"-x","RemoteAddressIP4":"203.0.113.5","RemotePort":"443","timestamp":"1700000000000","ContextProcessId":"17"
            """);
        NetworkConnection[] Read(EventReads<NetworkConnection>? reads) =>
            Input.Events(EventFiles.Read("-", new SourceOptions { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(line)) }, reads: reads));

        Read(null).ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Process.ShouldBe("17"), c => c.CommandLine.ShouldBe("-x"));
        Read(s_talks.ReadsOf<NetworkConnection>()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Image.ShouldBe("b.exe"), c => c.Process.ShouldBeNull(), c => c.CommandLine.ShouldBeNull(), c => c.RemotePort.ShouldBe(443));
    }

    private static string Shown(Alert<Talk> alert) => $"{alert.Id} {alert.Value} {string.Join(';', alert.Evidence.Sample.Select(e => string.Join(',', e.Fields.Values)))}";

    private sealed record Talk(string? Host, string? User, string? CommandLine, string Address, int Connections, int Ports);
}
