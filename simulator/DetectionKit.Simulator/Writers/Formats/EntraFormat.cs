using DetectionKit.Simulator.Writers.Entra;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>Entra ID's sign-ins.</summary>
internal sealed class EntraFormat : TelemetryFormat
{
    public override string Name => "entra";

    public override string FileName => "entra-signins.ndjson";

    public override string Description => "Entra ID sign-ins, one Microsoft Graph signIn a line; no hosts and processes";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new SignInWriter());
}
