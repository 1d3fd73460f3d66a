using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers;

/// <summary>Writes events as one product's telemetry has them.</summary>
internal interface ITelemetryWriter
{
    /// <summary>Writes what stands before all events about a host; nothing where the telemetry has no such rows.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="host">The host.</param>
    void WriteHost(LineBuffer buffer, Host host);

    /// <summary>Writes an event; nothing where the telemetry has no such event.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="simulated">The event.</param>
    void Write(LineBuffer buffer, SimulatedEvent simulated);
}
