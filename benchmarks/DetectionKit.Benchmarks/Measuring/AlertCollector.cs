using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DetectionKit.Benchmarks.Measuring;

/// <summary>Takes the alerts that a contestant finds. The checksum is made after the clock has stopped.</summary>
internal sealed class AlertCollector
{
    private readonly List<(long WindowStart, object Alert)> _alerts = [];

    /// <param name="windowStart">The start of its window, in UTC ticks.</param>
    /// <param name="alert">What it says; its text is what is compared.</param>
    internal void Add(long windowStart, object alert) => _alerts.Add((windowStart, alert));

    internal void Add<T>(Alert<T> alert)
        where T : class => Add(alert.Window.Start.UtcTicks, alert.Value);

    internal AlertChecksum Checksum()
    {
        var sum = 0UL;
        foreach (var (start, alert) in _alerts)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{start} {alert}");
            sum += BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        return new(_alerts.Count, sum);
    }
}
