using System.Net;

namespace DetectionKit.Detections;

/// <summary>What an alert of <see cref="VpsPayloadDownload"/> says.</summary>
/// <param name="Host">The endpoint.</param>
/// <param name="User">The account; null when unknown.</param>
/// <param name="Image">The downloader.</param>
/// <param name="CommandLine">Its command line.</param>
/// <param name="ParentImage">What started it; null when unknown.</param>
/// <param name="RemoteAddress">The address that it called.</param>
/// <param name="RemotePort">The port.</param>
/// <param name="File">The file that it wrote; null when none was seen.</param>
/// <param name="Risk">How far it got.</param>
/// <param name="Hosting">Who rents the server out, and as of when that is known; null where nobody is known to.</param>
public sealed record PayloadDownload(string? Host, string? User, string? Image, string? CommandLine, string? ParentImage, IPAddress RemoteAddress, int RemotePort, string? File, DownloadRisk Risk, string? Hosting = null);
