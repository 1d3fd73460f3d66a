using System.Globalization;

namespace DetectionKit.Networks;

/// <summary>Who rents out the server at an address.</summary>
/// <param name="Name">The provider's name.</param>
/// <param name="AutonomousSystem">The number of the autonomous system; null where it is not known.</param>
public sealed record HostingProvider(string Name, long? AutonomousSystem)
{
    /// <summary>Such as <c>DigitalOcean (AS14061)</c>.</summary>
    public override string ToString() => AutonomousSystem is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Name} (AS{number})") : Name;
}
