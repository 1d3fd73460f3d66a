using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DetectionKit.Analyzers.Tests.Verification;

/// <summary>Compiles a source against DetectionKit and compares what a rule says with the markup in it: {|DK4001:Tier|}.</summary>
internal static class RuleTest
{
    // The assemblies that the tests themselves run on: nothing is fetched.
    private static readonly ReferenceAssemblies s_framework = new("net10.0");

    /// <summary>The framework, DetectionKit, and what tests are written with.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "DetectionKit.dll" or "netstandard.dll" or "mscorlib.dll" || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name.StartsWith("xunit", StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Expects what the markup says, and nothing else.</summary>
    public static Task ExpectsAsync<TAnalyzer>(string source, bool compiles = true)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>();
        Prepare(test, compiles);
        test.TestState.Sources.Add(source);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Expects that a fix makes one source of another, which compiles.</summary>
    public static Task FixesAsync<TAnalyzer, TFix>(string source, string expected, bool compiles = true)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> { CodeActionValidationMode = CodeActionValidationMode.None };
        Prepare(test, compiles);
        test.TestState.Sources.Insert(0, ("/0/Rule.cs", Microsoft.CodeAnalysis.Text.SourceText.From(source)));
        test.FixedState.Sources.Add(("/0/Rule.cs", Microsoft.CodeAnalysis.Text.SourceText.From(expected)));
        test.FixedState.Sources.Add(("/0/Prelude.cs", Microsoft.CodeAnalysis.Text.SourceText.From(Prelude.Source)));
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static void Prepare(AnalyzerTest<DefaultVerifier> test, bool compiles)
    {
        test.ReferenceAssemblies = s_framework;
        test.TestState.AdditionalReferences.AddRange(References);
        test.TestState.Sources.Add(("/0/Prelude.cs", Microsoft.CodeAnalysis.Text.SourceText.From(Prelude.Source)));
        test.CompilerDiagnostics = compiles ? CompilerDiagnostics.Errors : CompilerDiagnostics.None;
        test.SolutionTransforms.Add((solution, id) =>
        {
            var project = solution.GetProject(id)!;
            return solution
                .WithProjectParseOptions(id, ((CSharpParseOptions)project.ParseOptions!).WithLanguageVersion(LanguageVersion.Preview))
                .WithProjectCompilationOptions(id, ((CSharpCompilationOptions)project.CompilationOptions!).WithNullableContextOptions(NullableContextOptions.Enable).WithOutputKind(OutputKind.DynamicallyLinkedLibrary));
        });
    }
}
