namespace DetectionKit.Simulator.Validation;

/// <summary>Events that a validation test must leave in the telemetry.</summary>
/// <param name="Format">The format that has them, by its name in <see cref="Writers.Formats.TelemetryFormat"/>.</param>
/// <param name="Event">What that telemetry calls them: an event id, or the type of a record.</param>
/// <param name="Count">How many.</param>
/// <param name="MayBeAbsent">Whether the test is passed without them, as when nothing listens at the target.</param>
public sealed record ExpectedTelemetry(string Format, string Event, int Count, bool MayBeAbsent = false);
