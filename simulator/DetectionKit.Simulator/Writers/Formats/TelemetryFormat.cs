using System.Reflection;
using DetectionKit.GroundTruth;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>A shape of telemetry that a simulation is written in. Each is a class in a file of its own, found by looking for this base class.</summary>
public abstract class TelemetryFormat
{
    private protected TelemetryFormat()
    {
    }

    /// <summary>All formats, by name.</summary>
    public static IReadOnlyList<TelemetryFormat> All { get; } =
    [
        .. typeof(TelemetryFormat).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(TelemetryFormat)))
            .Select(type => (TelemetryFormat)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, null, [], null)!).OrderBy(format => format.Name, StringComparer.Ordinal),
    ];

    /// <summary>Its name, as a command line gives it.</summary>
    public abstract string Name { get; }

    /// <summary>The name of the file.</summary>
    public abstract string FileName { get; }

    /// <summary>What it has, and what it lacks.</summary>
    public abstract string Description { get; }

    /// <summary>Opens the file.</summary>
    internal abstract TelemetryOutput Open(Simulation simulation, string path);

    /// <summary>A label's key as readers of this format see the events: what the format lacks is not named. Null where it has none of the events.</summary>
    internal virtual GroundTruthKey? KeyOf(Simulation simulation, GroundTruthKey key) => key;

    /// <summary>A format by its name.</summary>
    /// <param name="name">The name, whatever its case.</param>
    /// <exception cref="ArgumentException">There is no such format: the message names all.</exception>
    public static TelemetryFormat Named(string name) => All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no format '{name}'. Choose one of {string.Join(", ", All.Select(format => format.Name))}.", nameof(name));
}
