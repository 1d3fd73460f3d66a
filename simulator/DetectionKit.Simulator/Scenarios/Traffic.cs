namespace DetectionKit.Simulator.Scenarios;

/// <summary>
/// How much an actor sends and receives over a connection, and how long one lasts: medians, and how far single connections stray from them. One process's connections are
/// alike; how alike is what tells a beacon, which does the same each time, from a browser. Values are drawn from the connection itself, so that they cost nothing where nobody asks.
/// </summary>
/// <param name="Sent">The median of the bytes sent, payload only.</param>
/// <param name="Received">The median of the bytes received.</param>
/// <param name="Spread">How far they stray: the standard deviation of the base-2 logarithm, 0 for always the same.</param>
/// <param name="Lasts">The median of the duration.</param>
public sealed record Traffic(long Sent, long Received, double Spread, TimeSpan Lasts)
{
    internal static Traffic None { get; } = new(0, 0, 0, TimeSpan.Zero);

    internal long SentBy(ulong connection) => Stray(Sent, connection);

    internal long ReceivedBy(ulong connection) => Stray(Received, connection ^ 0x9E37_79B9_7F4A_7C15);

    internal TimeSpan LastsFor(ulong connection) => TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, Stray(Lasts.Ticks, connection ^ 0xC2B2_AE3D_27D4_EB4F)));

    // The sum of four uniform numbers for a normal one, and 2^x by straight lines between whole powers: basic arithmetic is the same on every machine.
    private long Stray(long median, ulong drawn)
    {
        if (Spread == 0 || median == 0) return median;
        var random = new Randomness.DeterministicRandom(drawn);
        var normal = (random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2) * 1.7320508075688772;
        var exponent = Spread * normal;
        var whole = Math.Floor(exponent);
        var power = 1.0;
        for (var i = 0; i < Math.Abs(whole); i++) power *= whole < 0 ? 0.5 : 2;
        return Math.Max(1, (long)(median * power * (1 + exponent - whole)));
    }
}
