using System.Text;
using DetectionKit.Sources.Tests.Sysmon;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Sysmon's connections and the starts of their processes, as shippers write them.</summary>
internal sealed class SysmonTarget() : ConnectionsTarget("sysmon")
{
    /// <inheritdoc/>
    protected override IEnumerable<byte[]> Files { get; } =
        [.. SysmonShapes.All.Values.Select(shape => Encoding.UTF8.GetBytes($"{shape.Start}\n{shape.Connection}\n{shape.Connection.Replace("0400", "0401", StringComparison.Ordinal)}\n"))];
}
