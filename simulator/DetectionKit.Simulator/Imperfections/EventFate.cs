namespace DetectionKit.Simulator.Imperfections;

/// <summary>What becomes of one event.</summary>
/// <param name="Event">The event as it comes; null when it is lost.</param>
/// <param name="Delay">How late it comes.</param>
/// <param name="Duplicate">How long after it a second one comes; null when none does.</param>
/// <param name="IsLate">Whether its delay is that of a host that was cut off.</param>
/// <param name="LacksField">Whether a field was taken from it.</param>
internal readonly record struct EventFate(SimulatedEvent? Event, TimeSpan Delay, TimeSpan? Duplicate, bool IsLate, bool LacksField);
