using System.Net;
using CsCheck;
using DetectionKit.Engine;

namespace DetectionKit.Tests.Properties;

/// <summary>Streams of events with few distinct values, so that keys and times meet.</summary>
internal static class Flows
{
    internal static readonly DateTimeOffset[] Bases =
    [
        new(2024, 2, 29, 22, 0, 0, TimeSpan.Zero),
        new(1969, 12, 31, 22, 30, 0, TimeSpan.Zero),
        new(1931, 5, 4, 3, 0, 0, TimeSpan.Zero),
    ];

    private static readonly IPAddress?[] s_addresses =
    [
        null, IPAddress.Parse("192.0.2.1"), IPAddress.Parse("::ffff:192.0.2.1"), IPAddress.Parse("10.1.2.3"), IPAddress.IPv6Loopback, IPAddress.Parse("2001:db8::7"),
    ];

    private static readonly Gen<string?> s_name = Gen.OneOf<string?>(Gen.OneOf<string?>("a", "b"), Gen.OneOf<string?>("a", null, "", "B"));

    /// <summary>Times in 100 ns after a base: edges of windows, a tick beside them, ties, anything between, and far gaps.</summary>
    private static readonly Gen<long> s_offset = Gen.Frequency(
        (4, Gen.Select(Gen.Int[0, 40], Gen.Int[-1, 1]).Select((steps, tick) => (steps * 5 * TimeSpan.TicksPerMinute) + tick)),
        (2, Gen.Int[0, 12].Select(steps => steps * 5 * TimeSpan.TicksPerMinute)),
        (2, Gen.Long[0, 3 * TimeSpan.TicksPerHour]),
        (1, Gen.Long[0, 12 * TimeSpan.TicksPerHour]));

    private static readonly Gen<Flow> s_shape = Gen.Select(
        Gen.Select(s_name, s_name, Gen.OneOf(s_addresses), Gen.OneOf(443, 443, 80, 8443)),
        Gen.Select(
            Gen.OneOf<long?>(Gen.OneOf<long?>(null, 0, 7, -3, 1L << 53), Gen.Long[-1000, 1000].Select(n => (long?)n)),
            Gen.OneOf<double?>(Gen.OneOf<double?>(null, 0, 1e16, -1e16, 1, 0.1, 1e9 + 1, 1e9 + 2), Gen.Double[-10, 10].Select(n => (double?)n)),
            Gen.OneOf<decimal?>(Gen.OneOf<decimal?>(null, 0.1m), Gen.Int[-99, 99].Select(n => (decimal?)(n / 7m)))),
        Gen.Select(
            Gen.OneOf(FlowKind.Tcp, FlowKind.Udp, FlowKind.Unknown),
            Gen.OneOf(Guid.Empty, new Guid("00000000-0000-0001-0000-000000000000"), new Guid("ffffffff-0000-0000-0000-000000000001")),
            Gen.OneOf(Bases)),
        (who, sizes, what) => new Flow(default, who.Item1, who.Item2, who.Item3, who.Item4, sizes.Item1, sizes.Item2, sizes.Item3, what.Item1, what.Item2, what.Item3));

    /// <summary>Events in any order, with some that are there twice.</summary>
    internal static Gen<Flow[]> Stream(int most) =>
        Gen.Select(Gen.OneOf(Bases), Gen.Select(s_shape, s_offset, Gen.OneOf(0, 0, 2, -9)).Array[0, most], Gen.Int[0, 3])
            .Select((start, events, twice) =>
            {
                var made = events.Select(e => e.Item1 with { Time = start.AddTicks(e.Item2).ToOffset(TimeSpan.FromHours(e.Item3)) }).ToArray();
                return made.Concat(made.Take(twice)).ToArray();
            });

    /// <summary>Events out of order by at most a time.</summary>
    internal static Gen<Flow[]> Disordered(int most, TimeSpan by) =>
        Gen.Select(Stream(most), Gen.Long[0, by.Ticks].Array[most + 3]).Select((events, delays) =>
            events.Zip(delays).OrderBy(e => e.First.Time.UtcTicks + e.Second).Select(e => e.First).ToArray());

    /// <summary>Events in order of the spans that they lie in, and out of order within each.</summary>
    internal static Gen<Flow[]> DisorderedWithin(int most, TimeSpan span) =>
        Gen.Select(Stream(most), Gen.Int.Array[most + 3]).Select((events, places) =>
            events.Zip(places).OrderBy(e => WindowAlignment.Floor(e.First.Time.UtcTicks, span.Ticks)).ThenBy(e => e.Second).Select(e => e.First).ToArray());
}
