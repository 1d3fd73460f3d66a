namespace DetectionKit;

/// <summary>
/// A sum of doubles without rounding: a few doubles that do not overlap and whose sum is exact. The result is the exact sum, rounded once, so it does not
/// depend on the order of the values. After J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates" (1997).
/// </summary>
public struct ExactSum
{
    private double[]? _partials;
    private int _count;
    private double _special;
    private long _added;

    /// <summary>How many values were added.</summary>
    public readonly long Added => _added;

    internal readonly ReadOnlySpan<double> Partials => _partials.AsSpan(0, _count);

    internal readonly long Size => 40 + (8L * (_partials?.Length ?? 0));

    /// <summary>Adds a value, and counts it.</summary>
    public void Add(double value)
    {
        _added++;
        AddTerm(value);
    }

    /// <summary>Adds all that another sum holds.</summary>
    public void Add(in ExactSum other)
    {
        _added += other._added;
        _special += other._special;
        foreach (var partial in other.Partials) AddTerm(partial);
    }

    /// <summary>The sum, rounded to the nearest double.</summary>
    public readonly double Round()
    {
        if (_special != 0 || double.IsNaN(_special)) return _special;
        if (_count == 0) return 0;
        var i = _count - 1;
        var high = _partials![i];
        double low = 0;
        while (i > 0)
        {
            var x = high;
            var y = _partials[--i];
            high = x + y;
            low = y - (high - x);
            if (low != 0) break;
        }

        // Half-way cases need the sign of what is left below.
        if (i > 0 && ((low < 0 && _partials[i - 1] < 0) || (low > 0 && _partials[i - 1] > 0)))
        {
            var twice = low * 2;
            var next = high + twice;
            if (twice == next - high) high = next;
        }

        return high;
    }

    internal void AddTerm(double value)
    {
        if (!double.IsFinite(value))
        {
            _special += value;
            return;
        }

        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var partial = _partials![i];
            if (Math.Abs(value) < Math.Abs(partial)) (value, partial) = (partial, value);
            var high = value + partial;
            var low = partial - (high - value);
            if (low != 0) _partials[kept++] = low;
            value = high;
        }

        if (!double.IsFinite(value))
        {
            _special += value;
            _count = kept;
            return;
        }

        if (_partials is null || kept == _partials.Length) Array.Resize(ref _partials, Math.Max(2, kept * 2));
        _partials[kept] = value;
        _count = kept + 1;
    }

    /// <summary>Adds a product exactly: its rounded value and its rounding error.</summary>
    internal void AddProduct(double a, double b)
    {
        var product = a * b;
        AddTerm(product);
        if (double.IsFinite(product)) AddTerm(Math.FusedMultiplyAdd(a, b, -product));
    }

    internal readonly void Write(BinaryWriter writer)
    {
        writer.Write(_added);
        writer.Write(_special);
        writer.Write(_count);
        foreach (var partial in Partials) writer.Write(partial);
    }

    internal static ExactSum Read(BinaryReader reader)
    {
        var sum = new ExactSum { _added = reader.ReadInt64(), _special = reader.ReadDouble() };
        for (var left = reader.ReadInt32(); left > 0; left--) sum.AddTerm(reader.ReadDouble());
        return sum;
    }
}
