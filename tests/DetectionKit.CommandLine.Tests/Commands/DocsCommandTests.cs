namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class DocsCommandTests
{
    [Fact]
    public async Task Docs_writes_a_page_with_all_that_is_known_of_a_detection()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OfAsync("docs", "--out", folder.PathOf("pages"));

        run.ExitCode.ShouldBe(0, run.Error);
        var path = folder.PathOf("pages/vps-beaconing.md");
        run.Output.ShouldContain(path);
        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var info = new Detections.VpsBeaconing().Info;
        page.ShouldStartWith($"# vps-beaconing: {info.Title}\n");
        page.ShouldContain("| 12 connections in an hour |  | Low |");
        page.ShouldContain("| `MinConnections` | 12 |");
        page.ShouldContain("T1583.003");
        foreach (var text in info.BlindSpots.Concat(info.FalsePositives).Concat(info.References)) page.ShouldContain($"- {text}\n");
        page.ShouldContain("Connections >= o.MinConnections");
    }

    [Fact]
    public async Task Docs_says_which_file_can_not_be_written()
    {
        var run = await CommandRun.OfAsync("docs", "--out", "/proc/no");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--out /proc/no/");
    }

    [Fact]
    public async Task Docs_needs_a_folder()
    {
        var run = await CommandRun.OfAsync("docs");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--out");
    }
}
