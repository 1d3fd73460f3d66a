namespace DetectionKit;

/// <summary>A pane as the engine made it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Window">Its window.</param>
/// <param name="Row">The aggregated row.</param>
/// <param name="Events">How many events it holds.</param>
/// <param name="Terms">What the havings of the aggregate ask of it, in order.</param>
internal sealed record PaneRow(AlertKey Key, AlertWindow Window, object? Row, long Events, IReadOnlyList<object?> Terms)
{
    /// <summary>What a row of <see cref="PanePlan"/> holds before the terms: the aggregated row, the count.</summary>
    internal const int FirstTerm = 2;

    internal static PaneRow Of(Alert alert) => alert.UntypedValue is object?[] values
        ? new(alert.Key, alert.Window, values[0], (int)values[1]!, values[FirstTerm..])
        : throw new InvalidOperationException("The run is not over a pane plan.");
}
