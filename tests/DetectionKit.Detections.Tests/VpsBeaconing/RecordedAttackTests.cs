using DetectionKit.Sources;

namespace DetectionKit.Detections.Tests;

/// <summary>Recorded attacks of real frameworks, as their collection's notes say what is in them. Skipped where the recordings are absent.</summary>
public sealed class RecordedAttackTests
{
    public static TheoryData<string, bool, string> Recordings => new()
    {
        { "empire-opth", true, "" },
        { "empire-opth", false, "64/1 Critical powershell.exe" },
        { "empire-runas", true, "" },
        { "empire-runas", false, "47/1 High powershell.exe, 22/1 Medium notepad.exe, 15/1 Low powershell.exe" },
        { "empire-logonpasswords", true, "" },
        { "empire-logonpasswords", false, "35/1 High powershell.exe" },
        { "covenant-installutil", true, "" },
        { "covenant-installutil", false, "" },
        { "bitsadmin", true, "" },
        { "bitsadmin", false, "" },
        { "wmic-xsl", true, "" },
        { "wmic-xsl", false, "" },
        { "ntds-vss", true, string.Join(", ", Enumerable.Repeat("20/1 Medium dns.exe", 8).Append("17/1 Low dns.exe")) },
        { "ntds-vss", false, string.Join(", ", Enumerable.Repeat("20/1 Medium dns.exe", 8).Append("17/1 Low dns.exe")) },
        { "wevtutil", true, "" },
        { "wevtutil", false, "" },
        { "log4shell", true, "" },
        { "log4shell", false, "" },
    };

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Alerts_of_a_recording_are_those_known(string recording, bool defaultNetworks, string expected)
    {
        var folder = Path.Combine(RepositoryFolder(), "..", "shared", "data", "sysmon");
        Assert.SkipUnless(Directory.Exists(folder), $"The recordings are not at {folder}.");
        var detection = new VpsBeaconing();
        var options = defaultNetworks ? new VpsBeaconingOptions() : new VpsBeaconingOptions { ExcludedNetworks = NetworkSet.Empty };

        var alerts = detection.Rank.Apply(EventFiles.Read<NetworkConnection>(Path.Combine(folder, recording + ".ndjson.gz")).Detect(detection, options));

        string.Join(", ", alerts.Select(a => $"{a.Value.ConnectionCount}/{a.Value.UniqueRemotePorts} {a.Value.BeaconRisk} {a.Value.ImageFileName?.Split('\\')[^1]}")).ShouldBe(expected);
    }

    // Not the path of this file: a deterministic build gives it another root.
    private static string RepositoryFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DetectionKit.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
