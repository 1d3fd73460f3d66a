using System.Text.Json;
using DetectionKit.Analyzers.Generation;
using DetectionKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace DetectionKit.Analyzers.Tests.Generation;

public sealed class DetectionsGeneratorTests
{
    private const string Rules = """
        [Detection("calls", Version = 3, Title = "Many \"calls\"")]
        [AttackTechnique("T1583.003")]
        public sealed class Calls : Detection<Call, object, CallOptions>
        {
            public override DetectionQuery<object> Define(Events<Call> events, CallOptions o) => events
                .Where(c => c.RemotePort == 443)
                .GroupBy(c => c.Host)
                .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
                .Aggregate(w => new { w.Key, Calls = w.Count() })
                .Where(b => b.Calls >= o.Least)
                .Select(b => (object)b);
        }

        public sealed class CallOptions
        {
            public int Least { get; set; } = 12;

            public string? Note { get; set; }
        }

        internal sealed class PlainRule : Detection<Call, Call, PlainOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, PlainOptions o) => events;
        }

        public sealed class PlainOptions;

        public abstract class Base : Detection<Call, Call, CallOptions>;

        public sealed class NeedsSomething(int something) : Base
        {
            public override DetectionQuery<Call> Define(Events<Call> events, CallOptions o) => events.Where(c => c.Bytes > something);
        }
        """;

    [Fact]
    public void Catalogue_has_each_detection_with_options_and_fields()
    {
        var catalogue = JsonDocument.Parse(CatalogueOf(Compile(Rules))).RootElement;

        catalogue.EnumerateArray().Select(d => d.GetProperty("id").GetString()).ShouldBe(["calls", "plain-rule"]);
        var calls = catalogue[0];
        calls.GetProperty("version").GetInt32().ShouldBe(3);
        calls.GetProperty("title").GetString().ShouldBe("Many \"calls\"");
        calls.GetProperty("techniques").EnumerateArray().Select(t => t.GetString()).ShouldBe(["T1583.003"]);
        calls.GetProperty("fields").EnumerateArray().Select(f => f.GetString()).ShouldBe(["Call.Host", "Call.RemotePort"]);
        calls.GetProperty("options")[0].GetProperty("default").GetString().ShouldBe("12");
        calls.GetProperty("options")[1].TryGetProperty("default", out _).ShouldBeFalse();
    }

    [Fact]
    public void AddDetectionsFromThisAssembly_registers_each_of_them()
    {
        var type = Compile(Rules).GetType("DetectionKit.DetectionsOfThisAssembly")!;
        var services = new ServiceCollection();

        type.GetMethod("AddDetectionsFromThisAssembly", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.Invoke(null, [services.AddDetectionKit()]);

        services.Select(s => s.ImplementationInstance).OfType<Detection>().Select(d => d.Info.Id).Distinct().ShouldBe(["calls", "plain-rule"]);
    }

    [Fact]
    public void Nothing_is_generated_where_there_is_no_detection() => Run("public sealed class Other { }").GeneratedTrees.ShouldBeEmpty();

    [Fact]
    public void A_change_elsewhere_generates_nothing_anew()
    {
        var driver = CSharpGeneratorDriver.Create([new DetectionsGenerator().AsSourceGenerator()], driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var compilation = Compilation(Rules);
        var first = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
        var second = first.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("public sealed class Elsewhere { }", cancellationToken: TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);

        second.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ShouldAllBe(o => o.Reason == IncrementalStepRunReason.Cached);
    }

    private static string CatalogueOf(System.Reflection.Assembly assembly) =>
        (string)assembly.GetType("DetectionKit.DetectionsOfThisAssembly")!.GetField("CatalogueJson", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.GetRawConstantValue()!;

    private static GeneratorDriverRunResult Run(string source) => CSharpGeneratorDriver.Create(new DetectionsGenerator()).RunGenerators(Compilation(source), TestContext.Current.CancellationToken).GetRunResult();

    private static System.Reflection.Assembly Compile(string source)
    {
        CSharpGeneratorDriver.Create(new DetectionsGenerator()).RunGeneratorsAndUpdateCompilation(Compilation(source), out var compilation, out _, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        return System.Reflection.Assembly.Load(stream.ToArray());
    }

    private static CSharpCompilation Compilation(string source) => CSharpCompilation.Create(
        "rules",
        [CSharpSyntaxTree.ParseText(Prelude.Source), CSharpSyntaxTree.ParseText(source)],
        RuleTest.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
