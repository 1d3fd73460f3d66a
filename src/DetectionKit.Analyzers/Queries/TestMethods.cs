namespace DetectionKit.Analyzers.Queries;

/// <summary>Tests of any of the usual frameworks.</summary>
internal static class TestMethods
{
    private static readonly ImmutableHashSet<string> s_attributes = ["FactAttribute", "TheoryAttribute", "TestAttribute", "TestCaseAttribute", "TestMethodAttribute", "DataTestMethodAttribute"];
    private static readonly string[] s_negativeNames = ["silent", "Silent", "No_", "Not_", "DoesNot", "Does_not", "never", "Never", "Ignores", "without_alert", "nothing", "Nothing"];
    private static readonly string[] s_negativeCalls = ["ShouldBeEmpty", "Empty", "IsEmpty", "BeEmpty", "None", "DoesNotContain", "ShouldNotContain"];

    public static bool IsTest(IMethodSymbol method) => method.GetAttributes().Any(a => a.AttributeClass is { } type && s_attributes.Contains(type.Name));

    public static bool AreIn(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Any(IsTest);

    /// <summary>Whether a test expects that no alert comes: it says so, or asserts that something is empty, or counts to a number that it is given.</summary>
    public static bool ExpectsNothing(IMethodSymbol method, IReadOnlyList<IOperation> operations) =>
        s_negativeNames.Any(name => method.Name.Contains(name)) || method.Parameters.Length > 0 || operations.OfType<IInvocationOperation>().Any(call => s_negativeCalls.Contains(call.TargetMethod.Name));
}
