using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Json;

/// <summary>Where a field's value stands: decoded only when it turns out to be needed.</summary>
/// <param name="Start">Where its text begins.</param>
/// <param name="Length">How long it is; 0 for a property that is there twice where it may not be.</param>
/// <param name="Kind">The kind of value.</param>
/// <param name="InScratch">Whether it stands in the scratch bytes (an unpacked inner document) rather than in the record.</param>
internal readonly record struct FieldSlice(int Start, int Length, FieldKind Kind, bool InScratch)
{
    /// <summary>Whether it is a text, a number or a boolean.</summary>
    public bool IsPlain
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Kind is not (FieldKind.Absent or FieldKind.Null or FieldKind.Composite);
    }

    /// <summary>Whether it stands in the record, as a plain value, an object or an array does that is there once.</summary>
    public bool IsWritten
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsPlain || (Kind == FieldKind.Composite && Length > 0);
    }

    /// <summary>The quotes before it, and after it.</summary>
    public int Quotes => Kind is FieldKind.Text or FieldKind.EscapedText ? 1 : 0;
}
