using System.Net;

namespace DetectionKit;

/// <summary>When two values are the same to an aggregate: text ordinal, addresses by value (an IPv4-mapped one is IPv4), all else as their type says.</summary>
internal static class ValueEquality<T>
{
    internal static IEqualityComparer<T> Comparer { get; } = typeof(T) == typeof(IPAddress) ? (IEqualityComparer<T>)(object)new Addresses() : EqualityComparer<T>.Default;

    /// <summary>The same, where the JIT knows the type of a scalar and calls nothing.</summary>
    internal static bool AreEqual(T x, T y) => typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(x, y) : Comparer.Equals(x, y);

    private sealed class Addresses : IEqualityComparer<IPAddress>
    {
        public bool Equals(IPAddress? x, IPAddress? y) => AddressValue.Plain(x)?.Equals(AddressValue.Plain(y)) ?? y is null;

        public int GetHashCode(IPAddress obj) => AddressValue.Plain(obj)!.GetHashCode();
    }
}
