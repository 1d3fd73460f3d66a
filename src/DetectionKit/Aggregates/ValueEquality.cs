using System.Net;

namespace DetectionKit;

/// <summary>When two values are the same to an aggregate: text ordinal, addresses by value (an IPv4-mapped one is IPv4), all else as their type says.</summary>
internal static class ValueEquality<T>
{
    internal static IEqualityComparer<T> Comparer { get; } = typeof(T) == typeof(IPAddress) ? (IEqualityComparer<T>)(object)new Addresses() : EqualityComparer<T>.Default;

    private sealed class Addresses : IEqualityComparer<IPAddress>
    {
        public bool Equals(IPAddress? x, IPAddress? y) => AddressValue.Plain(x)?.Equals(AddressValue.Plain(y)) ?? y is null;

        public int GetHashCode(IPAddress obj) => AddressValue.Plain(obj)!.GetHashCode();
    }
}
