using DetectionKit.CommandLine.Catalogue;

namespace DetectionKit.CommandLine;

/// <summary>What every command has.</summary>
/// <param name="Name">The program's name, for help.</param>
/// <param name="Console">What is read from and written to.</param>
/// <param name="Catalogue">The detections.</param>
internal sealed record CommandContext(string Name, AppConsole Console, DetectionCatalogue Catalogue);
