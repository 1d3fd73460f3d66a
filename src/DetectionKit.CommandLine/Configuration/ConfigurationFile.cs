using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.CommandLine.Configuration;

/// <summary>Reads the file of <c>--config</c>.</summary>
internal static class ConfigurationFile
{
    internal const string Root = "Detections";
    private const string Form = """{"Detections":{"vps-beaconing":{"MinConnections":20}}}""";

    /// <exception cref="CommandException">The file is not there, or not of the one form.</exception>
    internal static IConfigurationRoot Read(string path)
    {
        var file = Load(path, "--config");
        if (!file.GetSection(Root).Exists() && file.GetChildren().Any())
        {
            throw new CommandException($"--config {path}: it has {string.Join(", ", file.GetChildren().Select(c => c.Key))}, but no {Root}. Write {Form}.");
        }

        return file;
    }

    /// <summary>Reads a file of options, whatever its form.</summary>
    /// <exception cref="CommandException">The file is not there, or is no JSON object.</exception>
    internal static IConfigurationRoot Load(string path, string option)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{option} {path}: {e.Message}", e);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidDataException)
        {
            throw new CommandException($"{option} {path}{LineOf(e)}: it is no JSON of options: {e.GetBaseException().Message} Write {Form}.", e);
        }
    }

    private static string LineOf(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException { LineNumber: { } line }) return $":{line + 1}";
        }

        return "";
    }
}
