using System.Globalization;

namespace DetectionKit.Tests.Properties;

/// <summary>How often the properties are tried: the environment variable DETECTIONKIT_PROPERTY_FACTOR multiplies it.</summary>
internal static class Iterations
{
    private static readonly int s_factor = int.TryParse(Environment.GetEnvironmentVariable("DETECTIONKIT_PROPERTY_FACTOR"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    internal static int Of(int count) => count * s_factor;
}
