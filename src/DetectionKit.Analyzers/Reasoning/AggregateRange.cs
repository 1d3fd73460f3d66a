namespace DetectionKit.Analyzers.Reasoning;

/// <summary>What is known of an aggregate before any event comes.</summary>
internal static class AggregateRange
{
    /// <summary>The least that an aggregate of a pane can be: a pane has an event at least, so that its count is 1 or more, unless a filter may take all. Null where it can be anything.</summary>
    public static decimal? LeastOf(IOperation value, DetectionSymbols symbols)
    {
        if (QueryLambda.Plain(value) is not IInvocationOperation { TargetMethod: { } method, Arguments: [var pane, ..] } call || !symbols.IsPane(pane.Value.Type)) return null;
        return method.Name switch
        {
            "Count" => IsFiltered(pane.Value) || call.Arguments.Length > 1 ? 0 : 1,
            "CountDistinct" => IsFiltered(pane.Value) || MayBeMissing(call) ? 0 : 1,
            "StandardDeviation" => 0,
            _ => null,
        };
    }

    private static bool IsFiltered(IOperation pane) => QueryLambda.Plain(pane) is IInvocationOperation;

    // What is null counts nowhere.
    private static bool MayBeMissing(IInvocationOperation call) => call.TargetMethod.TypeArguments is not [_, { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }];
}
