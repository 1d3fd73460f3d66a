using System.Text;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>An Empire agent: a fixed delay of five seconds.</summary>
public sealed class EmpireHttp : BeaconProfile
{
    /// <inheritdoc/>
    public override string Name => "empire-http";

    /// <inheritdoc/>
    public override string Defaults => "DefaultDelay 5 s, DefaultJitter 0.0, port 80; the PowerShell launcher";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(420, 1100, 0.1, TimeSpan.FromMilliseconds(400));

    /// <inheritdoc/>
    public override string Source => "Empire, http listener options";

    /// <inheritdoc/>
    public override int Port => 80;

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var script = Convert.ToBase64String(Encoding.Unicode.GetBytes($"$i={context.Random.NextUInt64()};Import-Module stager"));
        return context.Launch(
            begin,
            context.Host.Owner,
            @"\Device\HarddiskVolume3\Windows\System32\WindowsPowerShell\v1.0\powershell.exe",
            $"powershell -noP -sta -w 1 -enc {script}",
            "wmiprvse.exe");
    }
}
