using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers;

/// <summary>A file that a simulation is written to.</summary>
internal abstract class TelemetryOutput(string path) : IDisposable
{
    internal string Path => path;

    /// <summary>How many bytes have come so far.</summary>
    internal abstract long Bytes { get; }

    /// <summary>Whether enough has gathered to be worth a write.</summary>
    internal abstract bool IsFull { get; }

    internal abstract void Add(Host host);

    internal abstract void Add(SimulatedEvent simulated);

    internal abstract Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>Writes what is left, and what stands at the end.</summary>
    internal virtual Task CompleteAsync(CancellationToken cancellationToken) => FlushAsync(cancellationToken);

    public abstract void Dispose();
}
