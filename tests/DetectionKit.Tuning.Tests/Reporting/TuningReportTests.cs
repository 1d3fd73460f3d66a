using System.Text.Json;
using System.Xml.Linq;
using DetectionKit.Tuning.FalsePositives;
using DetectionKit.Tuning.Reporting;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.Tuning.Tests.Reporting;

public sealed class TuningReportTests
{
    private static readonly string[] s_charts = ["precision-recall", "false-positives", "heat-map", "scores", "timeline-found", "timeline-missed"];

    [Fact]
    public void Report_recommends_what_finds_the_campaign_without_the_poller()
    {
        var report = Reports.Make();

        report.Recommendation.KeepsToBudget.ShouldBeTrue();
        report.Recommendation.Setting.ToString().ShouldBe("Min=10, Ports=1");
        report.Recommendation.Chosen.Campaigns.ShouldBe(new(2, 0, 2, 0));
        report.Recommendation.Confirmed!.Alerts.FalsePositives.ShouldBe(0);
        report.FalsePositives.ShouldBeEmpty();
        report.Timelines.Select(timeline => (timeline.Campaign, timeline.IsFound, timeline.Alerts.Count)).ShouldBe([("found", true, 3), ("missed", false, 0)]);
    }

    [Fact]
    public void FalsePositives_say_who_and_how_far_from_silence()
    {
        var report = Reports.Make(new(1e9, 1, ["missed"]));
        var groups = FalsePositiveAnalysis.Groups(report.Grid, report.Training, report.Grid.Settings.Single(setting => setting.ToString() == "Min=4, Ports=1").Number);

        report.Recommendation.KeepsToBudget.ShouldBeFalse();
        var poller = groups.ShouldHaveSingleItem();
        (poller.Persona, poller.Image, poller.Destination, poller.Alerts, poller.Hosts).ShouldBe(("poller <b>|x", "poll", "198.51.100.1", 6, 1));
        poller.Ranges.ShouldContain(("Connections", 6, 9));
        poller.GoneFrom.ShouldBe([new("Min", "10"), new("Ports", null)]);
    }

    [Fact]
    public void Exclusions_say_what_they_save_and_cost()
    {
        var report = Reports.Make();
        var exclusions = FalsePositiveAnalysis.Exclusions(report.Training, 0);

        exclusions[0].Part.ShouldBe("image");
        (exclusions[0].Value, exclusions[0].FalsePositives, exclusions[0].TruePositives, exclusions[0].CampaignsLost.Count).ShouldBe(("poll", 6, 0, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_html_is_one_page_with_every_chart_and_no_text_unescaped(bool isConfirmed)
    {
        var page = TuningHtml.Write(Reports.Make(new(1e9), isConfirmed, pollerMinutes: 2));

        var body = XElement.Parse(page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)]);
        body.Descendants("figure").Select(figure => figure.Attribute("id")!.Value).ShouldBe(s_charts);
        body.Descendants("figure").ShouldAllBe(figure => figure.Element("svg")!.Elements().Count() > 3);
        body.Descendants("circle").Count(circle => circle.Attribute("class")!.Value is "base" or "chosen").ShouldBe(4);
        page.ShouldContain("poller &lt;b&gt;|x");
        page.ShouldNotContain("poller <b>");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("http://");
        page.ShouldContain("prefers-color-scheme:dark");
        body.Descendants("th").Count(head => head.Value.Contains("held out")).ShouldBe(isConfirmed ? 2 : 0);
    }

    [Fact]
    public async Task Write_html_opens_in_a_browser_without_an_error()
    {
        if (!File.Exists(Browser.Path)) Assert.Skip($"{Browser.Path} is not installed: apt-get install chromium.");
        var file = Path.Combine(Directory.CreateTempSubdirectory("tuning-tests-").FullName, "report.html");
        await File.WriteAllTextAsync(file, TuningHtml.Write(Reports.Make()), TestContext.Current.CancellationToken);

        var (dom, console) = await Browser.OpenAsync(file, TestContext.Current.CancellationToken);

        console.ShouldBeEmpty();
        foreach (var chart in s_charts) dom.ShouldContain($"<figure id=\"{chart}\"><svg");
    }

    [Fact]
    public void Write_json_has_every_setting_and_no_number_that_json_lacks()
    {
        var report = Reports.Make();
        using var json = JsonDocument.Parse(TuningJson.Write(report));
        var root = json.RootElement;

        root.GetProperty("sweep").GetArrayLength().ShouldBe(report.Grid.Settings.Count);
        root.GetProperty("recommendation").GetProperty("options").GetProperty("Min").GetString().ShouldBe("10");
        root.GetProperty("recommendation").GetProperty("heldOut").GetProperty("falsePositivesPer1000HostDays").GetDouble().ShouldBe(0);
        root.GetProperty("base").GetProperty("training").GetProperty("campaigns").GetArrayLength().ShouldBe(4);
        root.GetProperty("sweep")[0].GetProperty("alerts").GetProperty("truePositives").GetInt64().ShouldBe(report.Scores[0].Alerts.TruePositives);
    }

    [Fact]
    public void Write_markdown_keeps_its_tables_whole()
    {
        var text = TuningMarkdown.Write(Reports.Make(new(1e9), pollerMinutes: 2));

        text.ShouldContain("poller <b>\\|x");
        foreach (var table in text.Split("\n\n").Where(block => block.StartsWith('|')))
            table.TrimEnd('\n').Split('\n').Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|')).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void TunedOptions_are_read_back_by_configuration()
    {
        var report = Reports.Make();
        var file = TunedOptions.Write("calls", report.Recommendation.Setting);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file));
        var options = DetectionOptionsBinder.Bind<CallOptions>(new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Detections:calls"));

        (options.Min, options.Ports).ShouldBe((10, 1));
    }
}
