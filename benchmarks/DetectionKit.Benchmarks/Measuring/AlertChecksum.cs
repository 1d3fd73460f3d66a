using System.Globalization;

namespace DetectionKit.Benchmarks.Measuring;

/// <summary>How many alerts there are, and the sum of a hash of each: equal for the same alerts in any order.</summary>
internal readonly record struct AlertChecksum(int Count, ulong Hash)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}-{Hash:x16}");
}
