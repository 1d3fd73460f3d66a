using System.Globalization;
using System.Xml.Linq;

namespace DetectionKit.CommandLine.Backtest;

/// <summary>Outcomes as JUnit XML, which build servers read.</summary>
internal static class JUnitReport
{
    internal static string Write(string suite, IReadOnlyList<JUnitCase> outcomes)
    {
        var cases = outcomes.Select(outcome => new XElement(
            "testcase",
            new XAttribute("classname", outcome.Class),
            new XAttribute("name", outcome.Name),
            new XAttribute("time", Seconds(outcome.Duration)),
            outcome.Failures.Count == 0 ? null : new XElement("failure", new XAttribute("message", Clean(outcome.Failures[0])), Clean(string.Join('\n', outcome.Failures)))));
        var total = new XElement(
            "testsuite",
            new XAttribute("name", suite),
            new XAttribute("tests", outcomes.Count),
            new XAttribute("failures", outcomes.Count(outcome => outcome.Failures.Count > 0)),
            new XAttribute("errors", 0),
            new XAttribute("skipped", 0),
            new XAttribute("time", Seconds(outcomes.Aggregate(TimeSpan.Zero, (sum, outcome) => sum + outcome.Duration))),
            cases);
        return new XDocument(new XDeclaration("1.0", "utf-8", null), new XElement("testsuites", total)).ToString() + "\n";
    }

    // Keys come from outside and may hold what XML does not allow.
    private static string Clean(string text) => string.Concat(text.Where(c => c is '\t' or '\n' or '\r' or >= ' ' and not '\uFFFE' and not '\uFFFF' && !char.IsSurrogate(c)));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
