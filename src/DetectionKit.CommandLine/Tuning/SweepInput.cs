using DetectionKit.CommandLine.Reading;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Tuning;

/// <summary>A set of labelled events: simulated, or recorded in files.</summary>
/// <param name="Name">What it is called in a report.</param>
/// <param name="Truth">What is true of it.</param>
internal sealed record SweepInput(string Name, GroundTruthDocument Truth)
{
    /// <summary>The simulation; null for files.</summary>
    internal Simulation? Simulation { get; init; }

    /// <summary>The files; null for a simulation.</summary>
    internal InputSelection? Events { get; init; }

    internal RunReport Report { get; } = new();

    internal SourceReport Sources { get; } = new();

    internal static SweepInput Of(SimulationOptions options)
    {
        var simulation = Simulation.Create(options);
        return new($"seed {options.Seed}", simulation.GroundTruth) { Simulation = simulation };
    }
}
