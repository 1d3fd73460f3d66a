namespace DetectionKit.Analyzers.Rules.UnboundedKey;

/// <summary>A key is unbounded by nature.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnboundedKeyAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK2002", "A key is unbounded by nature", "{0} makes a group of nearly every event: nothing is ever counted, and state grows with every event", RuleCategory.State, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK2002"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "GroupBy" || stage.Arguments.Length == 0 || QueryLambda.Of(stage.Arguments[0]) is not { } lambda || QueryLambda.ResultOf(lambda) is not { } key) return;
            foreach (var part in KeyParts.Of(key))
            {
                if (Reason(part, lambda) is { } reason) operation.ReportDiagnostic(Diagnostic.Create(s_rule, part.Syntax.GetLocation(), reason));
            }
        });

    private static string? Reason(IOperation part, IAnonymousFunctionOperation lambda)
    {
        part = QueryLambda.Plain(part);
        if (part is IParameterReferenceOperation { Parameter: { } parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda.Symbol)) return "The whole event";
        if (part is not IPropertyReferenceOperation { Property: { } property }) return null;
        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : property.Type;
        if (type is { Name: "DateTimeOffset" or "DateTime", ContainingNamespace.Name: "System" }) return $"{property.Name}, a time,";
        if (property.Name is "Id" or "EventId" or "RecordId" or "EventRecordId" or "Uid") return $"{property.Name}, the id of an event,";
        return property.Name is "LocalPort" or "SourcePort" or "OriginPort" or "EphemeralPort" ? $"{property.Name}, an ephemeral port," : null;
    }
}
