namespace DetectionKit.Samples.Tests.WritingDetections;

// <snippet event>
public readonly record struct FileTransfer(
    [property: EventTime] DateTimeOffset Started,
    DateTimeOffset Finished,
    string Host,
    string? User,
    string Destination,
    long Bytes);
// </snippet>
