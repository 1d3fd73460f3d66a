using System.Globalization;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>How an implant varies its sleep.</summary>
public sealed class JitterLaw
{
    // A sum of twelve evenly spread numbers has a variance of one, and needs no logarithm, which differs between machines in the last bit.
    private const int Summands = 12;
    private readonly Func<TimeSpan, DeterministicRandom, TimeSpan> _draw;

    private JitterLaw(string description, Func<TimeSpan, DeterministicRandom, TimeSpan> draw)
    {
        Description = description;
        _draw = draw;
    }

    /// <summary>Every sleep is the interval.</summary>
    public static JitterLaw None { get; } = new("no jitter", (interval, _) => interval);

    /// <summary>The law in a few words.</summary>
    public string Description { get; }

    /// <summary>Evenly spread about the interval (Mythic, Havoc).</summary>
    /// <param name="share">The share of the interval by which a sleep may be longer or shorter, from 0 to less than 1.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
    public static JitterLaw Uniform(double share) => new($"± {Percent(share)}", (interval, random) => random.Between(interval * (1 - share), interval * (1 + share)));

    /// <summary>Evenly spread below the interval (Cobalt Strike).</summary>
    /// <param name="share">The share of the interval by which a sleep may be shorter, from 0 to less than 1.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
    public static JitterLaw Shortening(double share) => new($"up to {Percent(share)} early", (interval, random) => random.Between(interval * (1 - share), interval));

    /// <summary>A random time is added to the interval (Sliver, Merlin).</summary>
    /// <param name="longest">The longest that is added, not below zero.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="longest"/> is below zero.</exception>
    public static JitterLaw Added(TimeSpan longest)
    {
        if (longest < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(longest), longest, "What is added is not below zero.");
        return new JitterLaw($"up to {longest:c} late", (interval, random) => interval + random.Between(TimeSpan.Zero, longest));
    }

    /// <summary>Normally distributed about the interval, and never less than a tenth of it.</summary>
    /// <param name="share">The standard deviation, as a share of the interval, from 0 to less than 1.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
    public static JitterLaw Gaussian(double share) => new($"normal, deviation {Percent(share)}", (interval, random) =>
    {
        var sum = 0.0;
        for (var i = 0; i < Summands; i++) sum += random.NextDouble();
        return interval * Math.Max(0.1, 1 + share * (sum - Summands / 2));
    });

    /// <summary>Draws a sleep.</summary>
    /// <param name="interval">The interval that the operator has set, above zero.</param>
    /// <param name="random">Where the choice comes from.</param>
    /// <returns>The sleep.</returns>
    public TimeSpan Draw(TimeSpan interval, DeterministicRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return _draw(interval, random);
    }

    /// <inheritdoc/>
    public override string ToString() => Description;

    private static string Percent(double share) => share is >= 0 and < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %")
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A jitter is a share, from 0 to less than 1.");
}
