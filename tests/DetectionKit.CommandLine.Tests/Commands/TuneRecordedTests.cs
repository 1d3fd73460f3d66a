using System.Text.Json;
using DetectionKit.GroundTruth;

namespace DetectionKit.CommandLine.Tests.Commands;

/// <summary>Recorded attacks with a truth that a person wrote: labels by host, address and image, never overlapping. Skipped where the recordings are absent.</summary>
public sealed class TuneRecordedTests
{
    private const string Truth = """
        {
          "description": "OTRF Security-Datasets, by their own notes: three Empire agents and a Covenant grunt; a domain controller that asks the root servers.",
          "unlabelledIsBenign": true,
          "labels": [
            { "malicious": true, "campaign": "empire-runas", "profile": "empire", "key": { "host": "HR001.shire.com", "remoteAddress": "10.0.10.106" } },
            { "malicious": true, "campaign": "empire-opth", "profile": "empire", "key": { "host": "IT001.shire.com", "remoteAddress": "10.0.10.106" } },
            { "malicious": true, "campaign": "empire-logonpasswords", "profile": "empire", "key": { "host": "WORKSTATION5.theshire.local", "remoteAddress": "10.10.10.5" }, "from": "2020-08-01T00:00:00Z", "to": "2020-09-01T00:00:00Z" },
            { "malicious": true, "campaign": "covenant-installutil", "profile": "covenant", "key": { "host": "WORKSTATION5.theshire.local", "remoteAddress": "10.10.10.5" }, "from": "2020-09-01T00:00:00Z", "to": "2020-10-01T00:00:00Z" },
            { "malicious": false, "persona": "dns-server", "key": { "image": "C:\\Windows\\System32\\dns.exe" } }
          ]
        }
        """;

    private static readonly string[] s_recordings = ["empire-runas", "empire-opth", "empire-logonpasswords", "covenant-installutil", "ntds-vss"];

    [Fact]
    public async Task Tune_of_recorded_attacks_counts_what_a_run_of_each_setting_finds()
    {
        using var folder = new TemporaryFolder();
        var files = Recordings();

        var tuned = await TuneAsync(folder, files, "MinConnections=4..40");

        var truth = GroundTruthDocument.Parse(System.Text.Encoding.UTF8.GetBytes(Truth), "truth");
        var settings = tuned.GetProperty("sweep").EnumerateArray().Where(setting => setting.GetProperty("options").TryGetProperty("MinConnections", out _)).ToDictionary(setting => setting.GetProperty("options").GetProperty("MinConnections").GetString()!);
        settings.Keys.Select(key => int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)).Order().ShouldBe(Enumerable.Range(4, 37));
        var recorded = files.Select(file => Sources.EventFiles.Read<NetworkConnection>(file).ToList()).ToList();
        foreach (var (text, setting) in settings)
        {
            var least = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            var labels = recorded.SelectMany(batches => batches.Detect(new Detections.VpsBeaconing(), new() { ExcludedNetworks = NetworkSet.Empty, MinConnections = least }))
                .Select(alert => truth.LabelOf(alert.Id, alert.Key, alert.Window)).ToList();
            var alerts = setting.GetProperty("alerts");
            alerts.GetProperty("truePositives").GetInt64().ShouldBe(labels.Count(label => label?.Malicious == true), $"MinConnections {least}");
            alerts.GetProperty("falsePositives").GetInt64().ShouldBe(labels.Count(label => label?.Malicious != true), $"MinConnections {least}");
        }
    }

    [Fact]
    public async Task Tune_of_recorded_attacks_recommends_what_drops_the_domain_controller_and_keeps_the_agents()
    {
        using var folder = new TemporaryFolder();

        var tuned = await TuneAsync(folder, Recordings(), "MinConnections=4..40");

        var (known, chosen) = (tuned.GetProperty("base").GetProperty("training"), tuned.GetProperty("recommendation").GetProperty("training"));
        known.GetProperty("alerts").GetProperty("falsePositives").GetInt64().ShouldBe(9);
        chosen.GetProperty("alerts").GetProperty("falsePositives").GetInt64().ShouldBe(0);
        foreach (var score in (JsonElement[])[known, chosen])
            Found(score).ShouldBe([("covenant-installutil", false), ("empire-logonpasswords", true), ("empire-opth", true), ("empire-runas", true)]);
    }

    private static IEnumerable<(string?, bool)> Found(JsonElement score) =>
        score.GetProperty("campaigns").EnumerateArray().Select(c => (c.GetProperty("campaign").GetString(), c.GetProperty("found").GetBoolean())).OrderBy(c => c.Item1, StringComparer.Ordinal);

    private static async Task<JsonElement> TuneAsync(TemporaryFolder folder, string[] files, string sweep)
    {
        var run = await CommandRun.OfAsync(
            ["tune", "vps-beaconing", "--events", .. files, "--truth", folder.Write("truth.json", Truth), "--set", "ExcludedNetworks=", "--sweep", sweep, "--max-fp-per-1000-host-days", "5", "--output", "json", "-q"]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static string[] Recordings()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "DetectionKit.sln"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests run outside the repository.");
        var folder = Path.Combine(root, "..", "shared", "data", "sysmon");
        Assert.SkipUnless(Directory.Exists(folder), $"The recordings are not at {folder}.");
        return [.. s_recordings.Select(name => Path.Combine(folder, name + ".ndjson.gz"))];
    }
}
