using System.Net;

namespace DetectionKit.Detections.Tests;

public sealed class VpsSigninTests
{
    private static readonly SignInAttempt s_paris = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), "a", IPAddress.Parse("192.0.2.1"), true, 0, "Graph", null, "FR", 48.86, 2.35, 64496);
    private static readonly SignInAttempt s_server = s_paris with { Time = s_paris.Time.AddHours(1), RemoteAddress = IPAddress.Parse("203.0.113.9"), Latitude = 40.71, Longitude = -74.01, AutonomousSystem = 14061 };

    [Fact]
    public void Fires_when_a_server_signs_in_far_from_the_last_good_sign_in_and_says_how_far()
    {
        var alerts = new[] { s_paris, s_server }.Detect(new VpsSignin()).Select(alert => alert.Value).ToList();

        alerts.Select(alert => alert.Kind).ShouldBe([SignInKind.FirstSeen, SignInKind.ImpossibleTravel], ignoreOrder: true);
        alerts.Single(alert => alert.Kind == SignInKind.ImpossibleTravel).Kilometres!.Value.ShouldBe(5837, 20);
    }

    [Fact]
    public void Stays_silent_when_the_address_is_no_hosting_providers() => new[] { s_paris }.Detect(new VpsSignin()).ShouldBeEmpty();

    [Theory]
    [InlineData(0, 0, 0, 180, 20015.1)]
    [InlineData(90, 0, -90, 0, 20015.1)]
    [InlineData(52.52, 13.405, 48.8566, 2.3522, 877.5)]
    public void Kilometres_of_known_places_are_right(double north, double east, double otherNorth, double otherEast, double expected) =>
        GreatCircle.Kilometres(north, east, otherNorth, otherEast).ShouldBe(expected, 0.5);

    [Fact]
    public void Kilometres_of_an_unknown_place_are_none() => GreatCircle.Kilometres(null, 1, 2, 3).ShouldBe(0);

    [Fact]
    public void Validate_wrong_options_names_them() =>
        Should.Throw<DetectionOptionsException>(() => new VpsSignin().Start(new() { Memory = TimeSpan.Zero, SprayWindow = TimeSpan.Zero })).Message.ShouldContain("Memory is 00:00:00");
}
