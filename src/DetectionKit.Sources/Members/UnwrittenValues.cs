using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Members;

/// <summary>What a member is where a record has a null for it, or does not have it at all: what it was in the event that was made of the first such record.</summary>
/// <param name="beginsAlike">Whether the member of a new event always has the same value.</param>
internal sealed class UnwrittenValues<V>(bool beginsAlike)
{
    private bool _knowsNull;
    private bool _knowsAbsent;
    private V _null = default!;
    private V _absent = default!;

    private bool _isGiven;

    /// <summary>The type's default for every record that has no value.</summary>
    public static UnwrittenValues<V> Default() => new(beginsAlike: true) { _isGiven = true, _knowsAbsent = true };

    /// <summary>The same for another thread.</summary>
    public UnwrittenValues<V> Another() => _isGiven ? this : new(beginsAlike);

    /// <summary>The value; false where the record has one of its own, or none such has been met.</summary>
    public bool TryGet(FieldKind kind, out V value)
    {
        value = kind == FieldKind.Null ? _null : _absent;
        return kind switch
        {
            FieldKind.Null => _knowsNull,
            FieldKind.Absent => _knowsAbsent,
            _ => false,
        };
    }

    /// <summary>Takes note of what it is in an event that was made whole.</summary>
    public void Learn(FieldKind kind, V value)
    {
        if (_isGiven) return;
        if (kind == FieldKind.Absent && beginsAlike) (_absent, _knowsAbsent) = (value, true);

        // A contract may pass over a null, and leave what was there.
        if (kind == FieldKind.Null && (beginsAlike || EqualityComparer<V>.Default.Equals(value, default))) (_null, _knowsNull) = (value, true);
    }
}
