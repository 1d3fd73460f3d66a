using DetectionKit.Tuning.Scoring;

namespace DetectionKit.CommandLine.Tuning;

/// <summary>Counts the hosts of recorded events, and the hours that have any.</summary>
internal sealed class ExposureCounter
{
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<long> _hours = [];

    internal Exposure Exposure => Exposure.Recorded(_hosts.Count, _hours.Count);

    internal void Count<T>(EventBatch<T> batch, Func<T, DateTimeOffset> time)
    {
        var host = typeof(T).GetProperty("Host") is { CanRead: true } property && property.PropertyType == typeof(string) ? property.GetMethod!.CreateDelegate<Func<T, string?>>() : null;
        for (var row = 0; row < batch.Count; row++)
        {
            try
            {
                var e = batch.Materialise(row);
                _hours.Add(time(e).UtcTicks / TimeSpan.TicksPerHour);
                if (host?.Invoke(e) is { } name) _hosts.Add(name);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The run counts an event that can't be read.
            }
        }
    }
}
