using System.Net;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>What <see cref="VpsSignin"/> makes of which sign-ins.</summary>
internal static class VpsSigninCases
{
    private const long Hosting = 14061, Home = 64496;
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly HostingNetworks s_rented = HostingNetworks.Of(("203.0.113.0/25", "A provider"));
    private static readonly VpsSigninOptions s_defaults = new();
    private static readonly double s_distance = GreatCircle.Kilometres(NewYork.North, NewYork.East, Paris.North, Paris.East);

    internal static IReadOnlyList<DetectionCase> All { get; } =
    [
        DetectionCase.Of("a first success", [SignInAttempt()]).Fires(SignInRisk.High),
        DetectionCase.Of("a first failure", [SignInAttempt(isSuccess: false)]).Fires(SignInRisk.Low),
        DetectionCase.Of("a success after a failure is told of, too", [SignInAttempt(isSuccess: false), SignInAttempt(at: 1)]).Fires(SignInRisk.Low, SignInRisk.High),
        DetectionCase.Of("a sign-in from home", [SignInAttempt(system: Home)]).StaysSilent(),
        DetectionCase.Of("a sign-in from no known system", [SignInAttempt(system: null)]).StaysSilent(),
        DetectionCase.Of("a sign-in from an address of the embedded list", [SignInAttempt(system: null) with { RemoteAddress = IPAddress.Parse("104.131.0.69") }]).Fires(SignInRisk.High),
        DetectionCase.Of("a sign-in from a listed network", [SignInAttempt(system: null)]).With(Rented(HostingUse.Require)).Fires(SignInRisk.High),
        DetectionCase.Of("a sign-in from an excluded network", [SignInAttempt()]).With(new VpsSigninOptions { ExcludedNetworks = NetworkSet.Of("203.0.113.0/24") }).StaysSilent(),
        DetectionCase.Of("again after 20 days, and after 20 more", [SignInAttempt(), SignInAttempt(at: 20 * 24), SignInAttempt(at: 40 * 24)]).Fires(SignInRisk.High),
        DetectionCase.Of("again after 31 days", [SignInAttempt(), SignInAttempt(at: 31 * 24)]).Fires(SignInRisk.High, SignInRisk.High),
        DetectionCase.Of("two accounts", [SignInAttempt(), SignInAttempt(at: 1, user: "b@example.com")]).Fires(SignInRisk.High, SignInRisk.High),
        DetectionCase.Of("a server an hour and 6,000 km from the last good sign-in", [Good(), SignInAttempt(at: 1, place: NewYork)]).Fires(SignInRisk.High, SignInRisk.High),
        DetectionCase.Of("a failure there", [Good(), SignInAttempt(at: 1, place: NewYork, isSuccess: false)]).Fires(SignInRisk.Low, SignInRisk.Low),
        DetectionCase.Of("an hour and 400 km", [Good(), SignInAttempt(at: 0.1, place: Near)]).Fires(SignInRisk.High),
        DetectionCase.Of("ten hours and 6,000 km", [Good(), SignInAttempt(at: 10, place: NewYork)]).Fires(SignInRisk.High),
        DetectionCase.Of("an hour after a failure far away", [Good() with { IsSuccess = false }, SignInAttempt(at: 1, place: NewYork)]).Fires(SignInRisk.High),
        DetectionCase.Of("an hour after another account's", [Good() with { User = "b@example.com" }, SignInAttempt(at: 1, place: NewYork)]).Fires(SignInRisk.High),
        DetectionCase.Of("an hour later, from no known place", [Good(), SignInAttempt(at: 1, place: (null, null))]).Fires(SignInRisk.High),
        DetectionCase.Of("at the same time", [Good(), SignInAttempt(at: 0, place: NewYork)]).Fires(SignInRisk.High, SignInRisk.High),
        DetectionCase.Of("a newer good sign-in nearby", [Good(), Good(at: 0.5) with { Latitude = NewYork.North, Longitude = NewYork.East }, SignInAttempt(at: 1, place: NewYork)]).Fires(SignInRisk.High),
        DetectionCase.Of("17 hours and 6,000 km at a low speed", [Good(), SignInAttempt(at: 17, place: NewYork)]).With(new VpsSigninOptions { MaxSpeed = 200 }).Fires(SignInRisk.High, SignInRisk.High),
        DetectionCase.Of("23 hours and 6,000 km at a low speed, remembered for a day", [Good(), SignInAttempt(at: 23, place: NewYork)]).With(new VpsSigninOptions { MaxSpeed = 200 }).Fires(SignInRisk.High, SignInRisk.High),
        DetectionCase.Of("25 hours and 6,000 km at a low speed, forgotten after a day", [Good(), SignInAttempt(at: 25, place: NewYork)]).With(new VpsSigninOptions { MaxSpeed = 200 }).Fires(SignInRisk.High),
        Travel("as far as the least distance", new() { MinKilometres = s_distance }, isTold: true),
        Travel("just beyond the least distance", new() { MinKilometres = s_distance - 0.5 }, isTold: true),
        Travel("just short of the least distance", new() { MinKilometres = s_distance + 0.5 }, isTold: false),
        Travel("as fast as can be", new() { MaxSpeed = s_distance }, isTold: false),
        Travel("just faster than can be", new() { MaxSpeed = s_distance - 0.5 }, isTold: true),
        Travel("just slower than can be", new() { MaxSpeed = s_distance + 0.5 }, isTold: false),
        DetectionCase.Of("10 accounts from one address, all in vain", Accounts(10)).Fires([.. Enumerable.Repeat<object>(SignInRisk.Low, 11)]),
        DetectionCase.Of("9 accounts from one address, each twice", Accounts(9).Concat(Accounts(9, from: 0.2))).FiresTimes(9),
        DetectionCase.Of("10 accounts, one of which gets in", [.. Accounts(9), SignInAttempt(at: 0.4, user: "u9@example.com")]).Fires([.. Enumerable.Repeat<object>(SignInRisk.Low, 9), SignInRisk.High, SignInRisk.High]),
        DetectionCase.Of("10 accounts from two addresses", Accounts(10).Select((s, i) => i % 2 == 0 ? s : s with { RemoteAddress = IPAddress.Parse("203.0.113.10") })).FiresTimes(10),
        DetectionCase.Of("10 accounts within 55 minutes", Accounts(10, step: 0.1)).FiresTimes(11),
        DetectionCase.Of("10 accounts within 70 minutes", Accounts(10, step: 0.13)).FiresTimes(10),
        DetectionCase.Of("10 accounts, before and after the hour", Accounts(10, from: 0.8, step: 0.04)).FiresTimes(11),
        DetectionCase.Of("10 accounts, and again after three hours", Accounts(10).Concat(Accounts(10, from: 3))).FiresTimes(11),
        DetectionCase.Of("10 accounts, and again after two days", Accounts(10).Concat(Accounts(10, from: 48))).FiresTimes(12),
        DetectionCase.Of("11 accounts at one time", Accounts(11, step: 0)).FiresTimes(12),
        DetectionCase.Of("10 accounts, with other applications, clients, countries and systems", Accounts(10).Select(Changing)).FiresTimes(11),
        DetectionCase.Of("a first failure from any system, where none need be a provider's", [SignInAttempt(isSuccess: false, system: Home) with { RemoteAddress = IPAddress.Parse("203.0.113.200") }]).With(Rented(HostingUse.Annotate)).Fires(SignInRisk.Low),
        DetectionCase.Of("a first failure from a rented server", [SignInAttempt(isSuccess: false)]).With(Rented(HostingUse.Require)).Fires(SignInRisk.Low),
        DetectionCase.Of("a first failure from a rented server, which raises the tier", [SignInAttempt(isSuccess: false)]).With(Rented(HostingUse.Raise)).Fires(SignInRisk.High),
        DetectionCase.Of("a first failure from another, where a rented one raises the tier", [SignInAttempt(isSuccess: false) with { RemoteAddress = IPAddress.Parse("203.0.113.200") }]).With(Rented(HostingUse.Raise)).Fires(SignInRisk.Low),
        .. s_defaults.HostingSystems.Items.Select(system => DetectionCase.Of($"a first success from AS{system}", [SignInAttempt(system: long.Parse(system, System.Globalization.CultureInfo.InvariantCulture))]).Fires(SignInRisk.High)),
    ];

    private static (double? North, double? East) Paris => (48.86, 2.35);

    private static (double? North, double? East) Near => (45.76, 4.84);

    private static (double? North, double? East) NewYork => (40.71, -74.01);

    private static VpsSigninOptions Rented(HostingUse use) => new() { Hosting = use, HostingNetworks = s_rented };

    private static DetectionCase Travel(string name, VpsSigninOptions options, bool isTold) =>
        DetectionCase.Of($"an hour later, {name}", [Good(), SignInAttempt(at: 1, place: NewYork)]).With(options).FiresTimes(isTold ? 2 : 1);

    private static SignInAttempt SignInAttempt(double at = 0, string user = "a@example.com", bool isSuccess = true, long? system = Hosting, (double? North, double? East)? place = null) => new(
        s_start.AddHours(at), user, IPAddress.Parse("203.0.113.9"), isSuccess, isSuccess ? 0 : 50126, "Graph", "Browser", "NL", place?.North, place?.East, system);

    private static SignInAttempt Good(double at = 0) => SignInAttempt(at, system: Home, place: Paris) with { RemoteAddress = IPAddress.Parse("192.0.2.1") };

    private static IEnumerable<SignInAttempt> Accounts(int count, double from = 0, double step = 0.01) =>
        Enumerable.Range(0, count).Select(i => SignInAttempt(from + (i * step), user: $"u{i}@example.com", isSuccess: false));

    private static SignInAttempt Changing(SignInAttempt signIn, int i) => signIn with
    {
        ErrorCode = 50000 + (i % 2),
        Application = i % 2 == 0 ? "Graph" : "Portal",
        Client = i % 2 == 0 ? "Browser" : "Other",
        Country = i % 2 == 0 ? "NL" : null,
        Latitude = i % 2 == 0 ? 52 : null,
        Longitude = i % 2 == 0 ? 4 : null,
        AutonomousSystem = i % 2 == 0 ? Hosting : 16276,
    };
}
