namespace DetectionKit;

/// <summary>A file that a process created or overwrote.</summary>
/// <param name="Time">When it happened (event time).</param>
/// <param name="Host">The endpoint's name, as its telemetry gives it; null when unknown.</param>
/// <param name="User">The account that the process ran as; null when unknown.</param>
/// <param name="Process">What tells the process from others of its host, as in <see cref="ProcessStart"/>; null when unknown.</param>
/// <param name="Image">The full path of the process's executable; null when unknown.</param>
/// <param name="Path">The full path of the file.</param>
public sealed record FileCreated(DateTimeOffset Time, string? Host, string? User, string? Process, string? Image, string Path);
