namespace DetectionKit;

/// <summary>All values of a pane.</summary>
public struct ValueList
{
    private List<double>? _values;

    /// <summary>The values, in no order.</summary>
    public readonly IReadOnlyList<double> Values => _values ?? (IReadOnlyList<double>)[];

    /// <summary>Adds a value.</summary>
    public void Add(double value) => (_values ??= []).Add(value);
}
