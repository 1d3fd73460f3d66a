namespace DetectionKit.Sources.Scanning;

/// <summary>A place in a shape where records differ: a text, or another value that is not an object or an array. The bytes before it are the same in all records of the shape.</summary>
/// <param name="Start">Where the bytes before it begin, in the shape's bytes.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Field">The number of the field; <see cref="Json.FieldNames.None"/> when nobody wants it.</param>
/// <param name="IsText">Whether it is the inside of a text.</param>
internal readonly record struct ShapeHole(int Start, int Length, int Field, bool IsText);
