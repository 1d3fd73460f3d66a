using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Reading;

/// <summary>What is read, and how.</summary>
/// <param name="Inputs">The inputs as given.</param>
/// <param name="Options">How to read them.</param>
internal sealed record InputSelection(IReadOnlyList<string> Inputs, SourceOptions Options)
{
    /// <summary>Whether one of them is standard input, which can be read but once.</summary>
    internal bool HasStandardInput => Inputs.Contains("-");
}
