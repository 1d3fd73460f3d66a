using System.Net;

namespace DetectionKit.Sources.Tests.Sysmon;

/// <summary>
/// Reads each recording and groups its connections as flagship.md section 1 says, so that what is read is compared with the alerts that are known for it.
/// </summary>
public sealed class RecordedAttackTests
{
    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("::1/128"),
    ];

    private static readonly string[] Images =
    [
        "chrome", "firefox", "msedge", "MicrosoftEdgeCP", "iexplore", "brave", "opera", "safari", "waterfox", "svchost", "MsMpEng", "wuauclt",
        "TrustedInstaller", "msiexec", "ccmexec", "teams", "OneDrive",
    ];

    public static TheoryData<string, string, string> Table => new()
    {
        { "empire-opth", "", "64/1 CRITICAL" },
        { "empire-runas", "", "15/1 LOW +command line, 22/1 MEDIUM, 47/1 HIGH" },
        { "empire-logonpasswords", "", "35/1 HIGH" },
        { "covenant-installutil", "", "" },
        { "bitsadmin", "", "" },
        { "wmic-xsl", "", "" },
        {
            "ntds-vss",
            "17/1 LOW, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM",
            "17/1 LOW, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM, 20/1 MEDIUM"
        },
        { "wevtutil", "", "" },
        { "log4shell", "", "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Read_recording_gives_the_connections_of_its_known_alerts(string name, string byDefault, string withNoneExcluded)
    {
        var report = new SourceReport();
        var connections = Input.Events(EventFiles.Read<NetworkConnection>(Recordings.Path($"sysmon/{name}.ndjson.gz"), report: report));
        report.Malformed.ShouldBe(0, string.Join("\n", report.MalformedSamples));
        report.Faults.ShouldBeEmpty();
        Alerts(connections, Private).ShouldBe(byDefault);
        Alerts(connections, []).ShouldBe(withNoneExcluded);
    }

    [Theory]
    [InlineData("empire-opth")]
    [InlineData("empire-runas")]
    [InlineData("ntds-vss")]
    public void Read_recording_under_a_wide_tolerance_gives_the_same_connections(string name)
    {
        var path = Recordings.Path($"sysmon/{name}.ndjson.gz");
        var inAnyOrder = Input.Events(EventFiles.Read<NetworkConnection>(path));
        var options = new SourceOptions { Disorder = Disorder.Within(TimeSpan.FromHours(12)) };
        Input.Sorted(Input.Events(EventFiles.Read<NetworkConnection>(path, options))).ShouldBe(Input.Sorted(inAnyOrder));
    }

    private static string Alerts(IEnumerable<NetworkConnection> connections, IPNetwork[] excluded) => string.Join(", ", connections
        .Where(c => !excluded.Any(n => n.Contains(c.RemoteAddress)))
        .Where(c => !Images.Any(i => c.Image?.EndsWith(i + ".exe", StringComparison.OrdinalIgnoreCase) == true))
        .GroupBy(c => (c.Host, c.User, c.Image, c.CommandLine, c.RemoteAddress, c.Time.UtcTicks / TimeSpan.TicksPerHour))
        .Where(g => g.Count() >= 12)
        .Select(g => $"{Counts(g)}{(g.Key.CommandLine is null ? "" : " +command line")}")
        .Order(StringComparer.Ordinal));

    private static string Counts(IEnumerable<NetworkConnection> group)
    {
        var (count, ports) = (group.Count(), group.Select(c => c.RemotePort).Distinct().Count());
        var tier = count >= 50 && ports <= 1 ? "CRITICAL" : count >= 30 && ports <= 2 ? "HIGH" : count >= 20 ? "MEDIUM" : "LOW";
        return $"{count}/{ports} {tier}";
    }
}
