namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>A host with many connections in a window. The aggregate's value is made, as it must be, but is no part of what contestants with different aggregates compare.</summary>
internal sealed record BusyHost<TValue>(string? Host, int Connections, TValue Value)
{
    public override string ToString() => BusyHost.Text(Host, Connections);
}

/// <summary>What is compared of a busy host.</summary>
internal static class BusyHost
{
    internal const int MinConnections = 20;

    internal static string Text(string? host, int connections) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{host} {connections}");
}
