namespace DetectionKit.CommandLine.Output;

/// <summary>A property or field of a value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Get">Reads it.</param>
internal sealed record ValueMember(string Name, Type Type, Func<object, object?> Get);
