using System.Globalization;
using DetectionKit.Simulator.Writers;

namespace DetectionKit.CommandLine.Progress;

/// <summary>Keeps how far a simulation was when it last said so.</summary>
internal sealed class LatestProgress : IProgress<SimulationProgress>
{
    private SimulationProgress? _latest;

    public void Report(SimulationProgress value) => Volatile.Write(ref _latest, value);

    internal string Line() => Volatile.Read(ref _latest) is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"simulate: {at.Fraction:P0}, {at.Connections:N0} connections, {at.Bytes / 1e6:N0} MB, at {at.Reached:yyyy-MM-dd HH:mm}")
        : "simulate: planning";
}
