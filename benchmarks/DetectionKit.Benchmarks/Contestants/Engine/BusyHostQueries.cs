using System.Linq.Expressions;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>Queries for busy hosts that differ in the window and in one aggregate beside the count.</summary>
internal static class BusyHostQueries
{
    internal static DetectionQuery<BusyHost<int>> Count(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count() })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<int>(h.Key, h.Connections, 0));

    internal static DetectionQuery<BusyHost<int>> FilteredCount(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.Where(c => c.RemotePort == 443).Count() })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<int>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<int>> CountDistinct(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.CountDistinct(c => c.RemotePort) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<int>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<long>> Sum(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.Sum(c => c.RemotePort) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<long>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<int>> Min(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.Min(c => c.RemotePort) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<int>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<int>> Max(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.Max(c => c.RemotePort) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<int>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<double>> Average(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.Average(c => (double)c.RemotePort) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<double>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<double>> StandardDeviation(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.StandardDeviation(c => (double)c.RemotePort) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<double>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<double>> Percentile(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.Percentile(c => (double)c.RemotePort, 0.9) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<double>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<string?>> First(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.First(c => c.Image) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<string?>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<string?>> Last(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.Last(c => c.Image) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<string?>(h.Key, h.Connections, h.Value));

    internal static DetectionQuery<BusyHost<IReadOnlyList<string?>>> DistinctValues(Events<NetworkConnection> events, Expression<Func<WindowKinds, WindowSpec>> window) =>
        events.GroupBy(c => c.Host).Window(window)
            .Aggregate(w => new { w.Key, Connections = w.Count(), Value = w.DistinctValues(c => c.Image, 10) })
            .Where(h => h.Connections >= BusyHost.MinConnections)
            .Select(h => new BusyHost<IReadOnlyList<string?>>(h.Key, h.Connections, h.Value));
}
