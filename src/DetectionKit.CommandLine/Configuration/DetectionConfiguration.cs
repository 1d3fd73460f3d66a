using DetectionKit.CommandLine.Catalogue;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.CommandLine.Configuration;

/// <summary>The options of the selected detections: their defaults, then <c>--config</c>, then <c>--set</c>. All are read and validated at once.</summary>
internal sealed class DetectionConfiguration
{
    private readonly Dictionary<Detection, object> _options = [];
    private readonly IConfigurationRoot _configuration;

    /// <exception cref="CommandException">The file can't be read, or a setting is not of the form Name=Value or meant for no selected detection.</exception>
    /// <exception cref="DetectionOptionsException">An option is unknown, or its value is wrong.</exception>
    internal DetectionConfiguration(DetectionCatalogue catalogue, IReadOnlyList<Detection> selected, string? file, IReadOnlyList<string> settings)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
        {
            var configured = ConfigurationFile.Read(file);
            foreach (var section in configured.GetSection(ConfigurationFile.Root).GetChildren()) Known(catalogue, section.Key, file);
            builder.AddConfiguration(configured);
        }

        var set = new List<KeyValuePair<string, string?>>();
        foreach (var setting in settings) set.AddRange(Keys(setting, selected));
        builder.AddInMemoryCollection(set);
        _configuration = builder.Build();
        foreach (var detection in selected) _options[detection] = Bind(detection, SectionOf(detection));
    }

    private DetectionConfiguration(Detection detection, object options)
    {
        _configuration = new ConfigurationBuilder().Build();
        _options[detection] = options;
    }

    /// <summary>One detection with options that are there already.</summary>
    internal static DetectionConfiguration With(Detection detection, object options) => new(detection, options);

    /// <summary>The options of a selected detection.</summary>
    internal TOptions Of<TOptions>(Detection detection)
        where TOptions : class => (TOptions)_options[detection];

    /// <inheritdoc cref="Of{TOptions}"/>
    internal object Of(Detection detection) => _options[detection];

    /// <summary>What is configured for a detection; the rest is its defaults.</summary>
    internal IConfigurationSection SectionOf(Detection detection) => _configuration.GetSection($"{ConfigurationFile.Root}:{detection.Info.Id}");

    private static void Known(DetectionCatalogue catalogue, string id, string file)
    {
        try
        {
            catalogue.Find(id);
        }
        catch (CommandException e)
        {
            throw new CommandException($"--config {file}: {e.Message}", e);
        }
    }

    /// <summary>The options of a detection that a section has; the rest is its defaults.</summary>
    internal static object Bind(Detection detection, IConfiguration section)
    {
        var options = Activator.CreateInstance(detection.OptionsType)!;
        DetectionOptionsBinder.Bind(section, options);
        DetectionOptionsValidator.ThrowIfInvalid(options, detection.Info.Id);
        return options;
    }

    /// <summary>The keys that a setting gives: of the detection that it names, else of those selected that have the option.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Keys(string setting, IReadOnlyList<Detection> selected)
    {
        var split = setting.IndexOf('=', StringComparison.Ordinal);
        if (split <= 0) throw new CommandException($"--set {setting}: write Name=Value, such as --set MinConnections=20, or --set Name= for an empty list.");
        var (name, value) = (setting[..split].Trim(), setting[(split + 1)..]);
        if (selected.FirstOrDefault(d => name.StartsWith(d.Info.Id + ":", StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return [new($"{ConfigurationFile.Root}:{named.Info.Id}{name[named.Info.Id.Length..]}", value)];
        }

        var option = name.Split(':')[0];
        var meant = selected.Where(d => d.OptionsType.GetProperties().Any(p => string.Equals(p.Name, option, StringComparison.OrdinalIgnoreCase))).ToList();

        // Of one detection an unknown name goes on to the binder, which names the nearest.
        if (meant.Count == 0 && selected.Count == 1) meant = [selected[0]];
        if (meant.Count == 0) throw new CommandException($"--set {setting}: none of the detections has an option {option}: {string.Join(", ", selected.Select(d => d.Info.Id))}.");
        return meant.Select(d => new KeyValuePair<string, string?>($"{ConfigurationFile.Root}:{d.Info.Id}:{name}", value));
    }
}
