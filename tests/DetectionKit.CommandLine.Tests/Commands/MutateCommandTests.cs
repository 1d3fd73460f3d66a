namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class MutateCommandTests
{
    [Fact]
    public async Task Mutate_prints_the_score_as_JSON()
    {
        var run = await CommandRun.OfAsync("mutate", "vps-beaconing", "--output", "json", "--min-score", "1");

        run.ExitCode.ShouldBe(0, run.Error);
        var result = run.Json.ShouldHaveSingleItem();
        result.GetProperty("total").GetInt32().ShouldBe(result.GetProperty("killed").GetInt32() + result.GetProperty("survived").GetInt32());
        result.GetProperty("score").GetDouble().ShouldBe(1);
        result.GetProperty("elapsedMilliseconds").GetDouble().ShouldBeGreaterThan(0);
        result.GetProperty("survivors").GetArrayLength().ShouldBe(0);
        result.GetProperty("equivalent").GetInt32().ShouldBe(result.GetProperty("declared").GetInt32() + result.GetProperty("proven").GetInt32());
    }

    [Fact]
    public async Task Mutate_prints_a_tree_with_the_events_that_kill_a_survivor()
    {
        var run = await CommandRun.OfAsync(typeof(Rules.FailedSignIns).Assembly, null, "mutate", "failed-sign-ins");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("survived: ");
        run.Output.ShouldContain("killed by:");
        run.Output.ShouldContain("DetectionCase.Of<SignIn>(");
    }

    [Fact]
    public async Task Mutate_writes_reports_that_a_browser_and_Strykers_viewer_open()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OfAsync("mutate", "vps-beaconing", "--report", folder.PathOf("out/mutants.html"), "--report", folder.PathOf("out/mutants.json"));

        run.ExitCode.ShouldBe(0, run.Error);
        var file = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(folder.PathOf("out/mutants.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("files").GetProperty("vps-beaconing.rule");
        var lines = file.GetProperty("source").GetString()!.Split('\n');
        var mutants = file.GetProperty("mutants").EnumerateArray().ToList();
        mutants.Count.ShouldBeGreaterThanOrEqualTo(80);
        mutants.ShouldAllBe(m => m.GetProperty("status").GetString() == "Killed");
        mutants.ShouldAllBe(m => m.GetProperty("location").GetProperty("end").GetProperty("column").GetInt32() == lines[m.GetProperty("location").GetProperty("end").GetProperty("line").GetInt32() - 1].Length + 1);
        var page = await File.ReadAllTextAsync(folder.PathOf("out/mutants.html"), TestContext.Current.CancellationToken);
        page.ShouldContain("<h1>Mutants of vps-beaconing</h1>");
        page.ShouldContain("b.Connections &gt;= o.MinConnections + 1");
    }

    [Fact]
    public async Task Mutate_refuses_a_score_that_is_no_share()
    {
        var run = await CommandRun.OfAsync("mutate", "vps-beaconing", "--min-score", "7");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--min-score is a share, from 0 to 1.");
    }

    [Fact]
    public async Task Test_runs_the_cases_and_writes_JUnit()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OfAsync("test", "vps-beaconing", "--junit", folder.PathOf("out/cases.xml"));

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("outcomes as expected");
        var suite = System.Xml.Linq.XDocument.Load(folder.PathOf("out/cases.xml")).Root!.Element("testsuite")!;
        suite.Attribute("failures")!.Value.ShouldBe("0");
        suite.Elements("testcase").Count().ShouldBe(4 * new Detections.VpsBeaconing().Cases.Count);
    }
}
