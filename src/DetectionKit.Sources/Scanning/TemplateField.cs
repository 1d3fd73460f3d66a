using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>Where a wanted field stands in the records of a template: in a hole, or, where all records had the same value, in the bytes before it.</summary>
/// <param name="Field">The field's number.</param>
/// <param name="Part">The part in whose hole, or in whose bytes, it is.</param>
/// <param name="Before">How far before the part's end its value begins: 0 for the hole.</param>
/// <param name="Length">How long it is, if it is not the hole.</param>
/// <param name="Kind">What it is then.</param>
internal readonly record struct TemplateField(int Field, int Part, int Before, int Length, FieldKind Kind)
{
    /// <summary>Whether it is the hole: what is in it is told by each record.</summary>
    public bool IsHole => Kind == FieldKind.Absent;
}
