namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class ValidateCommandTests
{
    [Fact]
    public async Task Validate_plays_the_four_tests_and_says_what_was_seen()
    {
        var run = await CommandRun.OfAsync("validate", "T1583.003", "--output", "json");

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Json.Select(test => (test.GetProperty("Test").GetInt32(), test.GetProperty("Passed").GetBoolean(), test.GetProperty("Detection").GetString(), test.GetProperty("Alerts").GetArrayLength())).ShouldBe(
            [(1, true, "vps-beaconing", 1), (2, true, "vps-payload-download", 1), (3, true, "vps-inbound-scan", 2), (4, true, "vps-signin", 1)]);
        run.Json[0].GetProperty("Telemetry").EnumerateArray().Select(one => one.GetProperty("Seen").GetInt32()).ShouldBe([1, 15, 1]);
    }

    [Fact]
    public async Task Validate_tells_the_truth_about_loopback()
    {
        var run = await CommandRun.OfAsync("validate", "T1583.003", "--target", "127.0.0.1");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("vps-beaconing: 0 of 0 alerts");
        run.Output.ShouldContain("it can't fire");
    }

    [Theory]
    [InlineData("T9999", "203.0.113.9", "There are no validation tests of T9999")]
    [InlineData("T1583.003", "nowhere", "--target nowhere is no IP address")]
    public async Task Validate_says_what_is_wrong(string technique, string target, string expected)
    {
        var run = await CommandRun.OfAsync("validate", technique, "--target", target);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(expected);
    }
}
