namespace DetectionKit;

/// <summary>A part of an alert's key.</summary>
/// <param name="Name">Its name, as in <c>new { c.Host }</c>.</param>
/// <param name="Value">Its value; null when the events lack it.</param>
public readonly record struct AlertKeyPart(string Name, object? Value);
