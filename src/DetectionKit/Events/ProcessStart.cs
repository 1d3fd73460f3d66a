namespace DetectionKit;

/// <summary>The start of a process on an endpoint.</summary>
/// <param name="Time">When it happened (event time).</param>
/// <param name="Host">The endpoint's name, as its telemetry gives it; null when unknown.</param>
/// <param name="User">The account that the process runs as; null when unknown.</param>
/// <param name="Process">What tells the process from others of its host: a GUID where the telemetry has one, else its number; null when unknown.</param>
/// <param name="Image">The full path of the executable; null when unknown.</param>
/// <param name="CommandLine">The command line; null when unknown.</param>
/// <param name="ParentImage">The full path of the executable that started it; null when unknown.</param>
public sealed record ProcessStart(DateTimeOffset Time, string? Host, string? User, string? Process, string? Image, string? CommandLine, string? ParentImage);
