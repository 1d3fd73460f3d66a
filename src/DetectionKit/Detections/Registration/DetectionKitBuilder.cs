using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DetectionKit;

/// <summary>Registers detections, each with its options.</summary>
public sealed class DetectionKitBuilder
{
    /// <summary>The section of a configuration that holds the options of detections, one child a detection by its id.</summary>
    public const string SectionName = "Detections";

    internal DetectionKitBuilder(IServiceCollection services, IConfiguration? root)
    {
        Services = services;
        Configuration = root;
    }

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The configuration given, or null for the registered one.</summary>
    public IConfiguration? Configuration { get; }

    /// <summary>
    /// Registers a detection as a singleton, as itself and as <see cref="Detection"/>, and its options class. The options are bound to the section
    /// <c>Detections:&lt;id&gt;</c> as <see cref="DetectionOptionsBinder"/> binds (lists replace, an unknown key is an error), validated at start, and follow the
    /// configuration when it changes: hand <c>IOptionsMonitor&lt;TOptions&gt;</c> to <c>Detect</c>. A change to options that are not valid is refused: the monitor
    /// keeps the last good ones, and <see cref="OptionsReloadReport"/> counts and tells it.
    /// </summary>
    /// <exception cref="InvalidOperationException">A detection of this id, or another with this options class, is registered.</exception>
    public DetectionKitBuilder AddDetection<TDetection>()
        where TDetection : Detection, new() => AddDetection(new TDetection());

    /// <summary>Registers a given detection; see <see cref="AddDetection{TDetection}()"/>.</summary>
    /// <param name="detection">The detection.</param>
    /// <exception cref="InvalidOperationException">A detection of this id, or another with this options class, is registered.</exception>
    public DetectionKitBuilder AddDetection<TDetection>(TDetection detection)
        where TDetection : Detection
    {
        ArgumentNullException.ThrowIfNull(detection);
        foreach (var known in Services.Where(service => service.ServiceType == typeof(Detection)).Select(service => service.ImplementationInstance).OfType<Detection>())
        {
            Refuse(detection, known);
        }

        Services.AddSingleton(detection);
        Services.AddSingleton<Detection>(detection);
        detection.Accept(new OptionsRegistration(Services, Configuration));
        return this;
    }

    private static void Refuse(Detection added, Detection known)
    {
        if (string.Equals(added.Info.Id, known.Info.Id, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"A detection {added.Info.Id} is registered already ({known.GetType().Name}): give {added.GetType().Name} an id of its own.");
        }

        if (added.OptionsType == known.OptionsType && added.OptionsType != typeof(NoOptions))
        {
            throw new InvalidOperationException(
                $"{added.Info.Id} and {known.Info.Id} share the options class {added.OptionsType.Name}, which holds the options of one detection: derive a class for each.");
        }
    }
}
