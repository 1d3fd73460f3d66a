namespace DetectionKit.Queries;

/// <summary>A value that an expression captured from outside: a constant of the plan.</summary>
/// <param name="Name">The name of the captured variable or member.</param>
/// <param name="Value">Its value when the plan was built.</param>
public sealed record FrozenCapture(string Name, object? Value);
