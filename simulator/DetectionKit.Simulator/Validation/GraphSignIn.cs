using System.Net;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Validation;

/// <summary>Test 4: a PowerShell signs in to Microsoft Graph; the identity provider sees it come from a rented server.</summary>
/// <param name="target">The address that the provider sees; null for <see cref="ValidationTest.DocumentationAddress"/>.</param>
public sealed class GraphSignIn(IPAddress? target = null) : ValidationTest(target)
{
    private const string LoginDomain = "login.microsoftonline.com";

    /// <inheritdoc/>
    public override int Number => 4;

    /// <inheritdoc/>
    public override string Name => "graph-sign-in";

    /// <inheritdoc/>
    public override string Title => "a PowerShell signs in at login.microsoftonline.com and asks Microsoft Graph";

    /// <inheritdoc/>
    public override string Defaults => "one look-up, one connection to port 443, one sign-in";

    /// <inheritdoc/>
    public override IReadOnlyList<ExpectedTelemetry> Telemetry =>
        [new("sysmon", "1", 1), new("sysmon", "3", 1), new("sysmon", "22", 1), new("powershell", "4104", 1), new("entra", "signIn", 1)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var login = context.Organisation.Destinations.Named(LoginDomain, ProviderNetworks.Microsoft, 4);
        var script = $"$t = Invoke-RestMethod -Method Post -Uri 'https://{LoginDomain}/{context.Organisation.Domain}/oauth2/v2.0/token' -Body $body; Invoke-RestMethod -Uri 'https://graph.microsoft.com/v1.0/me' -Headers @{{ Authorization = \"Bearer $($t.access_token)\" }}";
        var process = context.LaunchWatched(begin, context.Host.Owner, @"\Device\HarddiskVolume3\Windows\System32\WindowsPowerShell\v1.0\powershell.exe", "powershell.exe -NoProfile -File signin.ps1", "explorer.exe");
        yield return context.Report(process);
        var time = begin + TimeSpan.FromMilliseconds(500);
        yield return context.RunScript(time, process, script);
        yield return context.Resolve(time, process, login);
        yield return context.Connect(time + TimeSpan.FromMilliseconds(30), process, login.Addresses[0], 443);
        yield return context.SignIn(time + TimeSpan.FromMilliseconds(400), process, "Microsoft Graph Command Line Tools", Target);
    }
}
