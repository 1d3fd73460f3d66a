using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DetectionKit;

/// <summary>Registers detections with dependency injection.</summary>
public static class DetectionServices
{
    /// <summary>Begins the registration of detections: <c>services.AddDetectionKit().AddDetection&lt;VpsBeaconing&gt;()</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="root">
    /// The configuration that holds the section <c>Detections</c>; null for the host's own (the registered <see cref="IConfiguration"/>), without which options keep
    /// their defaults.
    /// </param>
    public static DetectionKitBuilder AddDetectionKit(this IServiceCollection services, IConfiguration? root = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.TryAddSingleton<OptionsReloadReport>();
        return new(services, root);
    }
}
