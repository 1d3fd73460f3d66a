namespace DetectionKit.CommandLine.Tests.Output;

public sealed class SarifFormatTests
{
    [Fact]
    public async Task Sarif_has_rules_results_locations_and_fingerprints()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a b.ndjson", TemporaryFolder.Connections(55));

        var run = await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "sarif");
        var json = await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json");

        using var document = System.Text.Json.JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        var log = document.RootElement.GetProperty("runs")[0];
        log.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString().ShouldBe("vps-beaconing");
        var result = log.GetProperty("results")[0];
        result.GetProperty("level").GetString().ShouldBe("warning");
        result.GetProperty("ruleIndex").GetInt32().ShouldBe(0);
        result.GetProperty("partialFingerprints").EnumerateObject().Single().Value.GetString().ShouldBe(json.Json[0].GetProperty("AlertId").GetString());
        var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        location.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe(new Uri(file).AbsoluteUri);
        location.GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(1);
        result.GetProperty("relatedLocations").GetArrayLength().ShouldBe(2);
        log.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().ShouldBeTrue();
    }
}
