namespace DetectionKit;

/// <summary>
/// The sample standard deviation (divisor n - 1). Null counts as nothing; of fewer than two values it is NaN. Sums are exact, so that values far from zero
/// and close together lose nothing to cancellation, and the order of events does not matter.
/// </summary>
public readonly struct StandardDeviationAggregate : IAggregate<double?, Moments, double>
{
    /// <inheritdoc/>
    public void Add(ref Moments state, double? value, long time)
    {
        if (value is not { } number) return;
        state.Values.Add(number);
        state.Squares.AddProduct(number, number);
    }

    /// <inheritdoc/>
    public void Merge(ref Moments into, ref Moments from)
    {
        into.Values.Add(from.Values);
        into.Squares.Add(from.Squares);
    }

    /// <inheritdoc/>
    public double Result(ref Moments state)
    {
        var n = state.Values.Added;
        if (n < 2) return double.NaN;

        // nΣx² - (Σx)², exactly: every product is two doubles. Only what is left of the cancellation is rounded.
        var left = default(ExactSum);
        foreach (var square in state.Squares.Partials) left.AddProduct(n, square);
        foreach (var x in state.Values.Partials)
        {
            foreach (var y in state.Values.Partials) left.AddProduct(-x, y);
        }

        if (!double.IsFinite(state.Squares.Round()) || !double.IsFinite(left.Round())) return double.NaN;
        return Math.Sqrt(Math.Max(0, left.Round()) / n / (n - 1));
    }

    /// <inheritdoc/>
    public long SizeOf(ref Moments state) => state.Values.Size + state.Squares.Size;

    /// <inheritdoc/>
    public void Write(ref Moments state, BinaryWriter writer)
    {
        state.Values.Write(writer);
        state.Squares.Write(writer);
    }

    /// <inheritdoc/>
    public Moments Read(BinaryReader reader) => new() { Values = ExactSum.Read(reader), Squares = ExactSum.Read(reader) };
}
