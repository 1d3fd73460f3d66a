namespace DetectionKit.Tests.Properties;

internal sealed class FlowOptions
{
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(60);

    public TimeSpan Hop { get; set; } = TimeSpan.FromMinutes(25);

    public TimeSpan Quiet { get; set; } = TimeSpan.FromMinutes(30);

    public int Min { get; set; } = 2;

    public int High { get; set; } = 4;

    public int Port { get; set; } = 443;

    public double Fraction { get; set; } = 0.25;

    public NetworkSet Networks { get; set; } = NetworkSet.Of("10.0.0.0/8", "::1");
}
