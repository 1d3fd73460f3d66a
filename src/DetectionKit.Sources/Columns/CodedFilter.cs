using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Columns;

/// <summary>A condition on the values of a coded column, asked once for each distinct value.</summary>
internal sealed class CodedFilter<V>(CodedValues<V> values, Func<V, bool> predicate) : ICodedFilter
{
    private const sbyte Unknown = 0, Passed = 1, Failed = -1;
    private int _version;
    private sbyte[] _verdicts = new sbyte[256];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Passes(int index)
    {
        if (_version != values.Version) (_version, _verdicts) = (values.Version, new sbyte[256]);
        if (index >= _verdicts.Length) Array.Resize(ref _verdicts, Math.Max(index + 1, _verdicts.Length * 2));
        ref var verdict = ref _verdicts[index];
        if (verdict == Unknown) verdict = Passes(predicate, values.Dictionary[index]) ? Passed : Failed;
        return verdict == Passed;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Keep(ReadOnlySpan<int> indices, Span<int> places)
    {
        var kept = 0;
        foreach (var place in places)
        {
            // Which values pass can't be foretold, and so is not asked: what is not kept is written over.
            places[kept] = place;
            kept += Passes(indices[place]) ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Whether a value meets a condition. One that throws here does so in the run, too, where it is counted: it needs the whole event.</summary>
    public static bool Passes(Func<V, bool> predicate, V value)
    {
        try
        {
            return predicate(value);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return true;
        }
    }
}
