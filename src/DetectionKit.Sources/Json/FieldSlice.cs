namespace DetectionKit.Sources.Json;

/// <summary>Where a field's value stands: decoded only when it turns out to be needed.</summary>
/// <param name="Start">Where its text begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">The kind of value.</param>
/// <param name="InScratch">Whether it stands in the scratch bytes (an unpacked inner document) rather than in the record.</param>
internal readonly record struct FieldSlice(int Start, int Length, FieldKind Kind, bool InScratch);
