using Microsoft.Extensions.Configuration;

namespace DetectionKit.Tuning.Settings;

/// <summary>All settings of a sweep: the base, and each combination of the values of the axes.</summary>
public sealed class TuningGrid
{
    private const int MostSettings = 100_000;

    private TuningGrid(IReadOnlyList<SweepAxis> axes, IReadOnlyList<TuningSetting> settings, IReadOnlyList<string> refused) => (Axes, Settings, Refused) = (axes, settings, refused);

    /// <summary>The axes.</summary>
    public IReadOnlyList<SweepAxis> Axes { get; }

    /// <summary>The settings, by number. The first is the base.</summary>
    public IReadOnlyList<TuningSetting> Settings { get; }

    /// <summary>The combinations that are no valid options, each with the reason.</summary>
    public IReadOnlyList<string> Refused { get; }

    /// <summary>Makes the settings of a detection.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="axes">The axes; none gives the base alone.</param>
    /// <param name="configuration">The options that no axis changes; null for the defaults.</param>
    /// <exception cref="DetectionOptionsException">An option is not known, has no such value, or the base is not valid.</exception>
    /// <exception cref="ArgumentException">Two axes are of one option, or there are too many combinations.</exception>
    public static TuningGrid Of(Detection detection, IReadOnlyList<SweepAxis> axes, IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(axes);
        if (axes.GroupBy(axis => axis.Option, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Key} is swept twice: give all its values at once, such as {twice.Key}=4..40,60.", nameof(axes));
        var combinations = axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count);
        if (combinations > MostSettings) throw new ArgumentException($"The sweep has {combinations:N0} combinations, and {MostSettings:N0} are the most: take larger steps, or fewer options at once.", nameof(axes));

        var baseOptions = Bind(detection, configuration, []);
        DetectionOptionsValidator.ThrowIfInvalid(baseOptions, detection.Info.Id);
        List<TuningSetting> settings = [new(0, [], baseOptions)];
        var refused = new List<string>();
        if (axes.Count == 0) return new(axes, settings, refused);
        foreach (var values in Combinations(axes, 0))
        {
            var options = Bind(detection, configuration, values);
            try
            {
                DetectionOptionsValidator.ThrowIfInvalid(options, detection.Info.Id);
                settings.Add(new(settings.Count, values, options));
            }
            catch (DetectionOptionsException e)
            {
                refused.Add($"{string.Join(", ", values.Select(value => $"{value.Key}={value.Value}"))}: {e.Message}");
            }
        }

        return new(axes, settings, refused);
    }

    private static IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> Combinations(IReadOnlyList<SweepAxis> axes, int first)
    {
        if (first == axes.Count) return [[]];
        return axes[first].Values.SelectMany(value => Combinations(axes, first + 1).Select(IReadOnlyList<KeyValuePair<string, string>> (rest) => [new(axes[first].Option, value), .. rest]));
    }

    private static object Bind(Detection detection, IConfiguration? configuration, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        var options = Activator.CreateInstance(detection.OptionsType)!;
        var builder = new ConfigurationBuilder();

        // Not AddConfiguration, which leaves out empty values: an empty list is one.
        if (configuration is not null) builder.AddInMemoryCollection(configuration.AsEnumerable(makePathsRelative: true).Where(option => option.Value is not null));
        builder.AddInMemoryCollection(values.Select(value => new KeyValuePair<string, string?>(value.Key, value.Value)));
        DetectionOptionsBinder.Bind(builder.Build(), options);
        return options;
    }
}
