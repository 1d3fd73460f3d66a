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
        IConfigurationRoot file;
        try
        {
            using var stream = File.OpenRead(path);
            file = new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--config {path}: {e.Message}", e);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidDataException)
        {
            throw new CommandException($"--config {path}{LineOf(e)}: it is no JSON of options: {e.GetBaseException().Message} Write {Form}.", e);
        }

        if (!file.GetSection(Root).Exists() && file.GetChildren().Any())
        {
            throw new CommandException($"--config {path}: it has {string.Join(", ", file.GetChildren().Select(c => c.Key))}, but no {Root}. Write {Form}.");
        }

        return file;
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
