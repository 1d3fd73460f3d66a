using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Personas;
using DetectionKit.Simulator.Scenarios;
using DetectionKit.Simulator.Validation;

namespace DetectionKit.Repository.Tests.Documentation;

/// <summary>The tables of docs/simulator.md are those of the code. With DETECTIONKIT_UPDATE_DOCS=1 the page is written anew.</summary>
public sealed class SimulatorTablesTests
{
    private static string Page => Path.Combine(Checkout.Root, "docs", "simulator.md");

    public static TheoryData<string> Names => ["personas", "adversaries", "evasive", "rented personas", "rented adversaries", "validation"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_is_what_the_code_says(string name)
    {
        var page = File.ReadAllText(Page);
        var found = Regex.Match(page, $@"<!-- table: {name} -->\n(?<table>(\|[^\n]*\n)*)", RegexOptions.None, TimeSpan.FromSeconds(1));
        found.Success.ShouldBeTrue($"docs/simulator.md has no <!-- table: {name} -->.");
        if (Environment.GetEnvironmentVariable("DETECTIONKIT_UPDATE_DOCS") == "1")
        {
            var group = found.Groups["table"];
            File.WriteAllText(Page, page[..group.Index] + Table(name) + page[(group.Index + group.Length)..]);
            return;
        }

        found.Groups["table"].Value.ShouldBe(Table(name), "run this test with DETECTIONKIT_UPDATE_DOCS=1");
    }

    private static string Table(string name) => name switch
    {
        "personas" => Personas(Scenario.OfficeUnderAttack.Personas),
        "rented personas" => Personas(Scenario.RentedServers.Personas.Except(Scenario.OfficeUnderAttack.Personas)),
        "rented adversaries" => Adversaries(Scenario.RentedServers.Adversaries.Except(Scenario.OfficeUnderAttack.Adversaries).DistinctBy(profile => profile.Name)),
        "adversaries" => Adversaries(Scenario.OfficeUnderAttack.Adversaries),
        "evasive" => Adversaries(Scenario.EvasiveAdversaries.Adversaries),
        _ => Rows("test", "does", "telemetry that it must leave", "scenario", ValidationTest.All.Select(t => (t.Number.ToString(CultureInfo.InvariantCulture), t.Title, string.Join("; ", t.Telemetry.Select(Expected)), $"`{t.Name}`"))),
    };

    private static string Personas(IEnumerable<Persona> personas) =>
        Rows("persona", "rhythm", "sent, received", "source", personas.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, p.Rhythm, Bytes(p.Traffic), p.Source)));

    private static string Adversaries(IEnumerable<AdversaryProfile> profiles) =>
        Rows("profile", "defaults, and what is set otherwise", "sent, received", "source", profiles.Select(p => (p.Name, p.Defaults, Bytes(p.Traffic), p.Source)));

    private static string Expected(ExpectedTelemetry telemetry) =>
        string.Create(CultureInfo.InvariantCulture, $"{telemetry.Count} × {telemetry.Format} {telemetry.Event}{(telemetry.MayBeAbsent ? " (may be absent)" : "")}");

    private static string Bytes(Traffic traffic) => string.Create(CultureInfo.InvariantCulture, $"{traffic.Sent:N0}, {traffic.Received:N0}");

    private static string Rows(string first, string second, string third, string fourth, IEnumerable<(string, string, string, string)> rows)
    {
        var table = new StringBuilder($"| {first} | {second} | {third} | {fourth} |\n|---|---|---|---|\n");
        foreach (var (a, b, c, d) in rows) table.Append(CultureInfo.InvariantCulture, $"| {Cell(a)} | {Cell(b)} | {Cell(c)} | {Cell(d)} |\n");
        return table.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
