using DetectionKit.CommandLine.Configuration;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.CommandLine.Differences;

/// <summary>Reads the options of one detection from a file: as <c>--config</c> has them, or the options alone.</summary>
internal static class OptionsFile
{
    /// <exception cref="CommandException">The file can't be read.</exception>
    /// <exception cref="DetectionOptionsException">An option is unknown, or its value is wrong.</exception>
    internal static object Read(string path, Detection detection, CommandContext context)
    {
        IConfigurationRoot bare;
        try
        {
            using var stream = File.OpenRead(path);
            bare = new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException or FormatException or InvalidDataException)
        {
            throw new CommandException($$"""{{path}}: {{e.GetBaseException().Message}} Write {"MinConnections":20}, or as for --config.""", e);
        }

        if (bare.GetSection(ConfigurationFile.Root).Exists()) return new DetectionConfiguration(context.Catalogue, [detection], path, []).Of(detection);
        var options = Activator.CreateInstance(detection.OptionsType)!;
        DetectionOptionsBinder.Bind(bare, options);
        DetectionOptionsValidator.ThrowIfInvalid(options, detection.Info.Id);
        return options;
    }
}
