namespace DetectionKit.Tests.Properties;

/// <summary>A struct as an event.</summary>
internal readonly struct Tick(DateTimeOffset time, string? host, int value) : IEquatable<Tick>
{
    public DateTimeOffset Time { get; } = time;

    public string? Host { get; } = host;

    public readonly int Value = value;

    public bool Equals(Tick other) => Time == other.Time && Host == other.Host && Value == other.Value;

    public override bool Equals(object? obj) => obj is Tick other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Time, Host, Value);
}
