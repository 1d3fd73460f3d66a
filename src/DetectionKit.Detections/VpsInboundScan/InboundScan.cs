namespace DetectionKit.Detections;

/// <summary>What an alert of <see cref="VpsInboundScan"/> says.</summary>
/// <param name="Scanner">Who scans: the address, or the name where the telemetry has one; of a scanner that was started, the host.</param>
/// <param name="Kind">Which way.</param>
/// <param name="Target">The host that is scanned, of a vertical scan; else null.</param>
/// <param name="Port">The port that is looked for, of a horizontal scan; else null.</param>
/// <param name="Distinct">How many ports of the host, or hosts with the port, within the window; 1 of a scanner that was started.</param>
/// <param name="Risk">How much it is after.</param>
/// <param name="Hosting">Who rents the scanner out, and as of when that is known; null where nobody is known to.</param>
public sealed record InboundScan(string? Scanner, ScanKind Kind, string? Target, int? Port, int Distinct, ScanRisk Risk, string? Hosting = null);
