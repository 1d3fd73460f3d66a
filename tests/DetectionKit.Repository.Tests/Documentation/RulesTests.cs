using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DetectionKit.Repository.Tests.Documentation;

/// <summary>Every analyzer rule has its page, its line of release tracking, its line of the strict configuration, its test, and where its page promises a fix, that.</summary>
public sealed class RulesTests
{
    private static readonly Lazy<DiagnosticAnalyzer[]> s_analyzers = new(() => Instances<DiagnosticAnalyzer>("DetectionKit.Analyzers"));
    private static readonly Lazy<CodeFixProvider[]> s_fixes = new(() => Instances<CodeFixProvider>("DetectionKit.CodeFixes"));

    public static TheoryData<string> Ids => [.. s_analyzers.Value.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).Order(StringComparer.Ordinal)];

    [Fact]
    public void Ids_are_told_once() => s_analyzers.Value.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).ShouldBeUnique();

    [Fact]
    public void Ids_are_thirty_or_more() => s_analyzers.Value.SelectMany(a => a.SupportedDiagnostics).Count().ShouldBeGreaterThanOrEqualTo(30);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_is_complete(string id)
    {
        var analyzer = s_analyzers.Value.Single(a => a.SupportedDiagnostics.Any(d => d.Id == id));
        var rule = analyzer.SupportedDiagnostics.Single(d => d.Id == id);
        var name = analyzer.GetType().Namespace!.Split('.')[^1];
        var page = Checkout.Read($"docs/rules/{id}.md");

        page.ShouldStartWith($"# {id}: {rule.Title}\n");
        page.ShouldContain($"| {rule.Category} | {(rule.DefaultSeverity == DiagnosticSeverity.Info ? "information" : rule.DefaultSeverity.ToString().ToLowerInvariant())} |");
        rule.HelpLinkUri.ShouldEndWith($"/docs/rules/{id}.md");
        Checkout.Read("src/DetectionKit.Analyzers/AnalyzerReleases.Unshipped.md").ShouldContain($"{id} | {rule.Category} | {rule.DefaultSeverity} |");
        Checkout.Read("src/DetectionKit/build/config/DetectionKit.Strict.globalconfig").ShouldContain($"dotnet_diagnostic.{id}.severity = error");
        Checkout.Read("docs/rules/README.md").ShouldContain($"]({id}.md)");
        var tests = Checkout.Read($"tests/DetectionKit.Analyzers.Tests/Rules/{name}/{name}Tests.cs");
        tests.ShouldContain($"{{|{id}:", customMessage: "a test that it reports");
        Regex.IsMatch(tests, "public Task Stays_silent_", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue("a test that it stays silent");
        var fix = s_fixes.Value.Any(f => f.FixableDiagnosticIds.Contains(id));
        page.Contains("\n## Fix\n", StringComparison.Ordinal).ShouldBe(fix);
        tests.Contains("RuleTest.FixesAsync", StringComparison.Ordinal).ShouldBe(fix);
    }

    private static T[] Instances<T>(string assembly) =>
        [.. System.Reflection.Assembly.Load(assembly).GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(T))).Select(t => (T)Activator.CreateInstance(t, nonPublic: true)!)];
}
