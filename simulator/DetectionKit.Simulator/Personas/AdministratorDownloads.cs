using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>Developers and deployment scripts fetch files with programs of the system: curl from a code host, PowerShell from a vendor.</summary>
public sealed class AdministratorDownloads : Persona
{
    private const string Curl = @"\Device\HarddiskVolume3\Windows\System32\curl.exe";
    private const string PowerShell = @"\Device\HarddiskVolume3\Windows\System32\WindowsPowerShell\v1.0\powershell.exe";
    private static readonly TimeSpan MeanPause = TimeSpan.FromHours(5);

    /// <inheritdoc/>
    public override string Name => "administrator-downloads";

    /// <inheritdoc/>
    public override string Rhythm => "in office hours a download about every 5 hours: an archive by curl from a code host, or an installer by PowerShell from a vendor";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(600, 8_000_000, 1.5, TimeSpan.FromSeconds(6));

    /// <inheritdoc/>
    public override string Source => "assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Role switch { HostRole.DeveloperWorkstation => 0.4, HostRole.Workstation => 0.03, HostRole.WindowsServer => 0.2, _ => 0 };
    }

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Curl), ImageKey(PowerShell)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var code = context.Organisation.Destinations.Named("objects.githubusercontent.com", ProviderNetworks.Fastly, 4);
        var vendor = context.Organisation.Destinations.Named("download.vendor.example", ProviderNetworks.Akamai, 3);
        for (var time = context.NextWorkingMoment(context.Start + context.Pause(MeanPause)); time < context.End; time = context.NextWorkingMoment(time + context.Pause(MeanPause)))
        {
            var isCode = random.Chance(0.6);
            var file = $@"C:\Users\{context.Host.Owner.Name}\Downloads\{(isCode ? "tool" : "setup")}-{random.Hex(4)}.{(isCode ? "zip" : "msi")}";
            var process = isCode
                ? context.Launch(time, context.Host.Owner, Curl, $"curl.exe -L -o {file} https://{code.Domain}/release/{random.Hex(8)}", "cmd.exe")
                : context.Launch(time, context.Host.Owner, PowerShell, $"powershell.exe -NoProfile -Command \"Invoke-WebRequest https://{vendor.Domain}/setup.msi -OutFile {file}\"", "explorer.exe");
            yield return context.Report(process);
            var call = time + TimeSpan.FromMilliseconds(random.Between(150, 900));
            yield return context.Connect(call, process, isCode ? code : vendor);
            var written = call + TimeSpan.FromMilliseconds(random.Between(800, 9_000));
            if (written < context.End) yield return context.CreateFile(written, process, file);
            time = written;
        }
    }
}
