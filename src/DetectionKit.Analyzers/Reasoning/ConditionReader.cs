using System.Text;

namespace DetectionKit.Analyzers.Reasoning;

/// <summary>Reads the conditions of filters and tiers.</summary>
internal static class ConditionReader
{
    /// <summary>The condition of a stage's lambda; null where there is none.</summary>
    public static Condition? Of(IInvocationOperation stage, int argument, DetectionSymbols symbols)
    {
        var position = stage.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == argument);
        if (position is null || QueryLambda.Of(position) is not { } lambda || QueryLambda.ResultOf(lambda) is not { } result) return null;
        return Read(result, lambda, RowOf(stage, symbols), symbols);
    }

    private static Condition Read(IOperation operation, IAnonymousFunctionOperation lambda, IReadOnlyDictionary<string, IOperation> row, DetectionSymbols symbols)
    {
        operation = QueryLambda.Plain(operation);
        if (operation.ConstantValue is { HasValue: true, Value: bool constant }) return new ConstantCondition(constant);
        switch (operation)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return new OppositeCondition(Read(not.Operand, lambda, row, symbols));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both when both.Type?.SpecialType == SpecialType.System_Boolean:
                return new BothConditions(Read(both.LeftOperand, lambda, row, symbols), Read(both.RightOperand, lambda, row, symbols));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either when either.Type?.SpecialType == SpecialType.System_Boolean:
                return new EitherCondition(Read(either.LeftOperand, lambda, row, symbols), Read(either.RightOperand, lambda, row, symbols));
            case IBinaryOperation { IsLifted: false } comparison when NumberComparisons.Of(comparison.OperatorKind) is { } kind && Comparison(comparison, kind, lambda, row, symbols) is { } number:
                return number;
            default:
                return new FactCondition(Words(operation, lambda));
        }
    }

    private static NumberCondition? Comparison(IBinaryOperation comparison, NumberComparison kind, IAnonymousFunctionOperation lambda, IReadOnlyDictionary<string, IOperation> row, DetectionSymbols symbols)
    {
        if (NumberOf(comparison.LeftOperand, lambda, row, symbols) is { } left && KnownValues.NumberOf(comparison.RightOperand) is { } right) return new(left, kind, right.Least, right.Most);
        return NumberOf(comparison.RightOperand, lambda, row, symbols) is { } number && KnownValues.NumberOf(comparison.LeftOperand) is { } bound ? new(number, kind.Flipped(), bound.Least, bound.Most) : null;
    }

    // A member of the row, or an aggregate of the pane that is the row.
    private static RowNumber? NumberOf(IOperation operation, IAnonymousFunctionOperation lambda, IReadOnlyDictionary<string, IOperation> row, DetectionSymbols symbols)
    {
        operation = QueryLambda.Plain(operation);
        if (operation.Type is not { } type || !KnownValues.IsNumber(type) || operation.ConstantValue.HasValue) return null;
        switch (operation)
        {
            case IPropertyReferenceOperation { Instance: { } instance } member when IsRow(instance, lambda):
                return new(Words(operation, lambda), KnownValues.IsWhole(type), row.TryGetValue(member.Property.Name, out var value) ? AggregateRange.LeastOf(value, symbols) : null);
            case IPropertyReferenceOperation member when !KnownValues.IsOption(member):
                return new(Words(operation, lambda), KnownValues.IsWhole(type), null);
            case IInvocationOperation { Arguments: [var pane, ..] } when symbols.IsPane(pane.Value.Type):
                return new(Words(operation, lambda), KnownValues.IsWhole(type), AggregateRange.LeastOf(operation, symbols));
            default:
                return null;
        }
    }

    private static bool IsRow(IOperation instance, IAnonymousFunctionOperation lambda) =>
        QueryLambda.Plain(instance) is IParameterReferenceOperation { Parameter: { } parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda.Symbol);

    // The members of the row, where the aggregate stands right before, by name.
    private static IReadOnlyDictionary<string, IOperation> RowOf(IInvocationOperation stage, DetectionSymbols symbols)
    {
        var members = new Dictionary<string, IOperation>();
        foreach (var before in QueryStages.AllBefore(stage, symbols))
        {
            if (before.TargetMethod.Name is "Where" or "Tier" or "Suppress" or "Distinct") continue;
            if (before.TargetMethod.Name is "Aggregate" or "Select" or "SelectMany" && before.Arguments.Length > 0 && QueryLambda.Of(before.Arguments[before.Arguments.Length - 1]) is { } lambda && QueryLambda.ResultOf(lambda) is { } result)
                RowMembers.AddTo(members, QueryLambda.Plain(result));
            break;
        }

        return members;
    }

    // In the same words, whatever the lambda calls its row.
    private static string Words(IOperation operation, IAnonymousFunctionOperation lambda)
    {
        var words = new StringBuilder();
        var rows = new HashSet<string>(lambda.Symbol.Parameters.Select(parameter => parameter.Name));
        foreach (var token in operation.Syntax.DescendantTokens()) words.Append(rows.Contains(token.ValueText) ? "row" : token.ValueText).Append(' ');
        return words.ToString();
    }
}
