using System.Text;

namespace DetectionKit.Simulator.Randomness;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers from the same seed on every machine and runtime. Only integer and basic IEEE 754
/// arithmetic is used, because logarithms and powers differ in the last bit between platforms.
/// </summary>
public sealed class DeterministicRandom
{
    private ulong _state;

    /// <summary>Starts a stream at a seed.</summary>
    /// <param name="seed">Any number.</param>
    public DeterministicRandom(ulong seed) => _state = seed;

    /// <summary>A stream of its own for one purpose, so that a draw added in one place moves nothing elsewhere.</summary>
    /// <param name="seed">The seed of the simulation.</param>
    /// <param name="stream">What the numbers are for.</param>
    /// <param name="index">Which of several alike, such as the number of a host.</param>
    /// <returns>A stream that depends on all three.</returns>
    public static DeterministicRandom For(int seed, string stream, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(stream)) hash = (hash ^ b) * 1099511628211UL;
        return new DeterministicRandom(Mix(hash ^ Mix((uint)seed)) ^ Mix(~(ulong)(uint)index));
    }

    /// <summary>The next 64 bits.</summary>
    /// <returns>Any number.</returns>
    public ulong NextUInt64()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    /// <summary>A number in [0, 1), of 53 bits.</summary>
    /// <returns>The number.</returns>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="limit"/>).</summary>
    /// <param name="limit">The limit, at least 1; it is not reached itself.</param>
    /// <returns>The number.</returns>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return (int)Math.BigMul(NextUInt64(), (ulong)limit, out _);
    }

    /// <summary>A whole number between two bounds, both possible.</summary>
    /// <param name="least">The least.</param>
    /// <param name="greatest">The greatest, not less than <paramref name="least"/>.</param>
    /// <returns>The number.</returns>
    public int Between(int least, int greatest) => least + Next(greatest - least + 1);

    /// <summary>A time between two bounds, evenly spread, the greater one excluded.</summary>
    /// <param name="least">The least.</param>
    /// <param name="greatest">The greatest.</param>
    /// <returns>The time.</returns>
    public TimeSpan Between(TimeSpan least, TimeSpan greatest) => TimeSpan.FromTicks(least.Ticks + (long)((greatest.Ticks - least.Ticks) * NextDouble()));

    /// <summary>Whether something of a given probability happens.</summary>
    /// <param name="probability">From 0 (never) to 1 (always).</param>
    /// <returns>Whether it does.</returns>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>One element, each as likely as another.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="pool">At least one element.</param>
    /// <returns>The element.</returns>
    public T Pick<T>(IReadOnlyList<T> pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return pool[Next(pool.Count)];
    }

    /// <summary>A waiting time of a Poisson process, drawn by comparisons alone (von Neumann, 1951), so without a logarithm.</summary>
    /// <param name="mean">The mean waiting time.</param>
    /// <returns>The time, exponentially distributed.</returns>
    public TimeSpan Exponential(TimeSpan mean)
    {
        for (var whole = 0; ; whole++)
        {
            var first = NextDouble();
            var previous = first;
            var length = 1;
            for (var next = NextDouble(); next < previous; next = NextDouble(), length++) previous = next;
            if (length % 2 == 1) return TimeSpan.FromTicks((long)(mean.Ticks * (whole + first)));
        }
    }

    /// <summary>Lower-case hexadecimal digits.</summary>
    /// <param name="digits">How many.</param>
    /// <returns>The text.</returns>
    public string Hex(int digits) => string.Create(digits, this, static (span, random) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = "0123456789abcdef"[(int)(random.NextUInt64() >> 60)];
    });

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
