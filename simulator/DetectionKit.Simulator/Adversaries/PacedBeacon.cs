using System.Globalization;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>An implant of any framework whose operator has set a longer sleep than the default, to be noticed less.</summary>
public sealed class PacedBeacon : BeaconProfile
{
    private readonly TimeSpan _sleep;
    private readonly double _jitter;

    /// <summary>Makes a profile.</summary>
    /// <param name="name">Its name, as ground truth gives it.</param>
    /// <param name="sleep">The mean sleep, above zero.</param>
    /// <param name="jitter">The share of it that a sleep may be shorter or longer, from 0 to 1.</param>
    /// <param name="port">The server's port, 1 to 65,535.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public PacedBeacon(string name, TimeSpan sleep, double jitter, int port = 443)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (sleep <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(sleep), sleep, "A sleep is longer than zero.");
        if (jitter is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(jitter), jitter, "A jitter is a share, from 0 to less than 1.");
        if (port is < 1 or > 65_535) throw new ArgumentOutOfRangeException(nameof(port), port, "A port is 1 to 65535.");
        Name = name;
        Port = port;
        _sleep = sleep;
        _jitter = jitter;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Defaults =>
        string.Create(CultureInfo.InvariantCulture, $"sleep {_sleep:c}, a share of {_jitter:0.##} either way");

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(600, 240, 0.1, TimeSpan.FromMilliseconds(400));

    /// <inheritdoc/>
    public override string Source => "assumption: sleep and jitter are set by the operator";

    /// <inheritdoc/>
    public override int Port { get; }

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => _sleep * (1 - _jitter);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => _sleep * (1 + _jitter);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var library = $@"C:\ProgramData\{context.Random.Hex(4)}\{context.Random.Hex(8)}.ocx";
        return context.Launch(
            begin,
            context.Host.SystemAccount,
            @"\Device\HarddiskVolume3\Windows\System32\regsvr32.exe",
            $"regsvr32.exe /s /n /i:\"{context.Random.Hex(10)}\" \"{library}\"",
            "taskeng.exe");
    }
}
