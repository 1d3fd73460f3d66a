using System.Globalization;

namespace DetectionKit.Tests.Properties;

/// <summary>How often the properties are tried: the environment variable DETECTIONKIT_PROPERTY_FACTOR multiplies it (0.05: a twentieth; 10: ten times), but never to less than one.</summary>
internal static class Iterations
{
    private static readonly double s_factor =
        double.TryParse(Environment.GetEnvironmentVariable("DETECTIONKIT_PROPERTY_FACTOR"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 1;

    internal static int Of(int count) => Math.Max(1, (int)(count * s_factor));
}
