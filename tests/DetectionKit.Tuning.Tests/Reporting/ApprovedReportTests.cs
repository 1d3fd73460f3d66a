using DetectionKit.Tuning.Reporting;

namespace DetectionKit.Tuning.Tests.Reporting;

/// <summary>Every report in every format, to the letter.</summary>
public sealed class ApprovedReportTests
{
    public static TheoryData<string> Names => ["two-seeds", "many", "one-option", "base-alone", "nothing-malicious", "no-alerts"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_markdown_is_what_was_approved(string name) => TuningMarkdown.Write(ReportScenarios.Make(name)).ShouldBeApproved(name + ".md");

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_html_is_what_was_approved(string name) => TuningHtml.Write(ReportScenarios.Make(name)).ShouldBeApproved(name + ".html");

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_json_is_what_was_approved(string name) => TuningJson.Write(ReportScenarios.Make(name)).ShouldBeApproved(name + ".json");
}
