namespace DetectionKit.Analyzers.Rules.TimeWithoutKind;

/// <summary>A DateTime is the event time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TimeWithoutKindAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK3006", "A DateTime is the event time", "{0} is a DateTime, which becomes local time of the machine unless its kind is set: windows would lie elsewhere on another machine. Use a DateTimeOffset, or new DateTimeOffset(time, TimeSpan.Zero).", RuleCategory.Time, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK3006"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var conversion = (IConversionOperation)operation.Operation;
                if (conversion is not { IsImplicit: true, Type: { Name: "DateTimeOffset", ContainingNamespace.Name: "System" }, Operand.Type.SpecialType: SpecialType.System_DateTime }) return;
                var isEventTime = operation.ContainingSymbol is IPropertySymbol { Name: "EventTime" } or IMethodSymbol { AssociatedSymbol: IPropertySymbol { Name: "EventTime" } };
                var isSource = false;
                for (IOperation? around = conversion; around is not null && !isSource; around = around.Parent) isSource = around is IInvocationOperation { TargetMethod: { Name: "Of", ContainingType: { Name: "EventSources" } } };
                if ((isEventTime && symbols.IsDetection(operation.ContainingSymbol.ContainingType)) || isSource) operation.ReportDiagnostic(Diagnostic.Create(s_rule, conversion.Operand.Syntax.GetLocation(), conversion.Operand.Syntax));
            },
            OperationKind.Conversion);
}
