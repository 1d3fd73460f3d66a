namespace DetectionKit.CommandLine.Output;

/// <summary>Where alerts are written.</summary>
/// <param name="Writer">The text.</param>
/// <param name="IsTerminal">Whether a person looks at it as it comes.</param>
/// <param name="IsStream">Whether alerts come as windows close, and each is to be seen at once.</param>
/// <param name="Detections">The detections that may write.</param>
internal sealed record AlertOutput(TextWriter Writer, bool IsTerminal, bool IsStream, IReadOnlyList<Detection> Detections);
