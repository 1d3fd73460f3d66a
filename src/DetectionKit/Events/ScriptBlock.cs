namespace DetectionKit;

/// <summary>A script that a host of scripts, such as PowerShell, ran.</summary>
/// <param name="Time">When it happened (event time).</param>
/// <param name="Host">The endpoint's name, as its telemetry gives it; null when unknown.</param>
/// <param name="User">The account that ran it; null when unknown.</param>
/// <param name="ScriptId">What tells the script from others; null when unknown.</param>
/// <param name="Text">Its text, put together where it came in parts.</param>
/// <param name="IsWhole">Whether every part of it was there.</param>
public sealed record ScriptBlock(DateTimeOffset Time, string? Host, string? User, string? ScriptId, string Text, bool IsWhole);
