namespace DetectionKit;

/// <summary>An alert.</summary>
/// <typeparam name="T">What it says.</typeparam>
public sealed record Alert<T> : Alert
{
    /// <summary>What the detection's query made.</summary>
    public required T Value { get; init; }

    /// <inheritdoc/>
    public override object? UntypedValue => Value;
}
