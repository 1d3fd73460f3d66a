using DetectionKit.CommandLine.Configuration;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.CommandLine.Differences;

/// <summary>Reads the options of one detection from a file: as <c>--config</c> has them, or the options alone.</summary>
internal static class OptionsFile
{
    /// <exception cref="CommandException">The file can't be read, an option is unknown, or its value is wrong.</exception>
    internal static object Read(string option, string path, Detection detection, CommandContext context)
    {
        var file = ConfigurationFile.Load(path, option);
        try
        {
            return file.GetSection(ConfigurationFile.Root).Exists()
                ? new DetectionConfiguration(context.Catalogue, [detection], path, []).Of(detection)
                : DetectionConfiguration.Bind(detection, file);
        }
        catch (DetectionOptionsException e)
        {
            // Two files are read: the message says which.
            throw new CommandException($"{option} {path}: {e.Message}", e);
        }
    }
}
