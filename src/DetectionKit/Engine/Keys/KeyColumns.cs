namespace DetectionKit.Engine;

/// <summary>The parts of a stage's keys.</summary>
internal sealed class KeyColumns<TKey>(IReadOnlyList<string> names, KeyColumn[] columns)
    where TKey : struct, IGroupKey<TKey>
{
    // In bytes, as all that follows.
    private const long FirstSweep = 1 << 18;

    // Values come again in the next window, and to code each anew takes longer than to keep it; but long ones that do not come again would take more memory than the groups.
    private const long MostSpared = 1 << 24;
    private long _sweepAt = FirstSweep;
    private long _needed;

    // A field, for compiled loops.
    public readonly KeyColumn[] Columns = columns;

    /// <summary>Whether the values that have codes take so much memory that it is worth a look which of them are in use.</summary>
    internal bool AreWorthSweeping => CodedBytes >= _sweepAt;

    private long CodedBytes => Columns.Sum(column => column.CodedBytes);

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
        _needed = Math.Max(CodedBytes, _needed / 2);
        _sweepAt = Math.Max(FirstSweep, _needed + Math.Max(_needed / 4, Math.Min(_needed * 3, MostSpared)));
    }
}
