using DetectionKit.Tuning;

namespace DetectionKit.CommandLine.Tuning;

/// <summary>Counts the hosts of recorded events, and the time that they span.</summary>
internal sealed class ExposureCounter
{
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private (DateTimeOffset First, DateTimeOffset Last)? _time;

    internal Exposure Exposure => Exposure.Recorded(_hosts.Count, _time?.First ?? default, _time?.Last ?? default);

    internal void Count<T>(EventBatch<T> batch, Func<T, DateTimeOffset> time)
    {
        var host = typeof(T).GetProperty("Host") is { CanRead: true } property && property.PropertyType == typeof(string) ? property.GetMethod!.CreateDelegate<Func<T, string?>>() : null;
        for (var row = 0; row < batch.Count; row++)
        {
            try
            {
                var e = batch.Materialise(row);
                var at = time(e);
                _time = _time is { } known ? (at < known.First ? at : known.First, at > known.Last ? at : known.Last) : (at, at);
                if (host?.Invoke(e) is { } name) _hosts.Add(name);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The run counts an event that can't be read.
            }
        }
    }
}
