namespace DetectionKit.Simulator.Adversaries;

/// <summary>The process that an implant hides behind: what a sensor sees in place of the profile's own.</summary>
/// <param name="Image">The path of its executable.</param>
/// <param name="CommandLine">Its command line.</param>
/// <param name="ParentName">The file name of what seems to have started it.</param>
public sealed record Masquerade(string Image, string CommandLine, string ParentName);
