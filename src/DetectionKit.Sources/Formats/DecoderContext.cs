namespace DetectionKit.Sources.Formats;

/// <summary>What a decoder is made from.</summary>
/// <param name="Options">The run's options, validated.</param>
/// <param name="Report">The run's report.</param>
public sealed record DecoderContext(SourceOptions Options, SourceReport Report);
