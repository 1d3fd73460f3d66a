namespace DetectionKit.Engine;

/// <summary>The parts of a stage's keys.</summary>
internal sealed class KeyColumns<TKey>(IReadOnlyList<string> names, KeyColumn[] columns)
    where TKey : struct, IGroupKey<TKey>
{
    private const int FirstSweep = 4_096;

    // Values come again in the next window, and to code each anew takes longer than to keep it; but some million that do not come again would take more memory than the groups.
    private const int MostSpared = 1 << 17;
    private int _sweepAt = FirstSweep;
    private int _needed;

    // A field, for compiled loops.
    public readonly KeyColumn[] Columns = columns;

    /// <summary>Whether so many values have codes that it is worth a look which of them are in use.</summary>
    internal bool AreWorthSweeping => CodedValues >= _sweepAt;

    private int CodedValues => Columns.Sum(column => column.CodedValues);

    internal AlertKey KeyOf(in TKey key)
    {
        var bytes = new CanonicalBytes();
        key.WriteTo(bytes, Columns);
        var values = new List<object?>(names.Count);
        key.AddValuesTo(values, Columns);
        return new([.. names.Zip(values, (name, value) => new AlertKeyPart(name, value))], bytes.ToArray());
    }

    /// <summary>Gives up the codes that no key in use has.</summary>
    internal void Sweep(IEnumerable<TKey> inUse)
    {
        foreach (var column in Columns) column.BeginMarking();
        foreach (var key in inUse) key.Mark(Columns);
        foreach (var column in Columns) column.Sweep();

        // Right after a window has closed few codes are in use, and soon as many as before: the need of one moment does not tell.
        _needed = Math.Max(CodedValues, _needed / 2);
        _sweepAt = Math.Max(FirstSweep, _needed + Math.Max(_needed, Math.Min(_needed * 3, MostSpared)));
    }
}
