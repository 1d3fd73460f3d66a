using System.Text.Json;

namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class CoverageCommandTests
{
    [Fact]
    public async Task Coverage_names_each_technique_with_its_detections()
    {
        var run = await CommandRun.OfAsync("coverage", "--output", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        var technique = run.Json.Single(t => t.GetProperty("Technique").GetString() == "T1583.003");
        technique.GetProperty("Detections").EnumerateArray().Select(d => d.GetString()).ShouldContain("vps-beaconing");
        technique.GetProperty("Tactic").GetString().ShouldBe("TA0042");
    }

    [Fact]
    public async Task Coverage_writes_a_layer_that_Navigator_reads()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OfAsync("coverage", "--layer", folder.PathOf("out/layer.json"));

        run.ExitCode.ShouldBe(0, run.Error);
        var layer = JsonDocument.Parse(await File.ReadAllBytesAsync(folder.PathOf("out/layer.json"), TestContext.Current.CancellationToken)).RootElement;
        layer.GetProperty("domain").GetString().ShouldBe("enterprise-attack");
        layer.GetProperty("versions").GetProperty("layer").GetString().ShouldBe("4.5");
        var technique = layer.GetProperty("techniques").EnumerateArray().Single(t => t.GetProperty("techniqueID").GetString() == "T1583.003");
        technique.GetProperty("score").GetInt32().ShouldBeGreaterThan(0);
        technique.GetProperty("comment").GetString()!.ShouldContain("vps-beaconing");
    }

    [Fact]
    public async Task Coverage_says_which_file_can_not_be_written()
    {
        var run = await CommandRun.OfAsync("coverage", "--layer", "/proc/no/layer.json");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--layer /proc/no/layer.json");
    }
}
