using System.Net;
using System.Net.Sockets;

namespace DetectionKit.Tests.Interpretation;

/// <summary>
/// The order of scalar values, as the canonical form promises it: nothing first, then by value; text by code points, addresses by their 16 bytes.
/// </summary>
internal sealed class ValueComparer : IComparer<object?>
{
    internal static ValueComparer Instance { get; } = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        (IPAddress a, IPAddress b) => Bytes(a).AsSpan().SequenceCompareTo(Bytes(b)),
        (Guid a, Guid b) => a.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(b.ToByteArray(bigEndian: true)),
        (DateTimeOffset a, DateTimeOffset b) => a.UtcTicks.CompareTo(b.UtcTicks),
        (Enum a, Enum b) => Convert.ToInt64(a, null).CompareTo(Convert.ToInt64(b, null)),
        (IComparable a, _) => a.CompareTo(y),
        _ => CompareAll(ByName(x), ByName(y)),
    };

    internal static int CompareAll(IEnumerable<object?> x, IEnumerable<object?> y) =>
        x.Zip(y, Instance.Compare).FirstOrDefault(order => order != 0);

    internal static int CompareKeys(IReadOnlyList<(string Name, object? Value)> x, IReadOnlyList<(string Name, object? Value)> y) =>
        CompareAll(x.Select(part => part.Value), y.Select(part => part.Value));

    private static IEnumerable<object?> ByName(object value) => ValueText.PartsOf(value).OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => part.Value);

    private static byte[] Bytes(IPAddress address) => (address.AddressFamily == AddressFamily.InterNetwork ? address.MapToIPv6() : address).GetAddressBytes();
}
