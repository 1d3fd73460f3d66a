namespace DetectionKit.Samples.Tests;

public sealed class PasswordGuessingTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    // <snippet test>
    [Theory]
    [InlineData(5, true, 1)]
    [InlineData(4, true, 0)]
    [InlineData(5, false, 0)]
    public void Detect_failures_then_success_alerts_from_five_failures_on(int failures, bool succeeds, int alerts)
    {
        var signIns = Enumerable.Range(0, failures).Select(i => new SignIn(s_start.AddSeconds(i), "ada", "203.0.113.7", Succeeded: false))
            .Append(new SignIn(s_start.AddMinutes(1), "ada", "203.0.113.7", Succeeded: succeeds));

        signIns.Detect(new PasswordGuessing()).Count().ShouldBe(alerts);
    }
    // </snippet>

    [Fact]
    public void Detect_guesses_of_two_users_are_not_added_up()
    {
        var signIns = Enumerable.Range(0, 10).Select(i => new SignIn(s_start.AddSeconds(i), i % 2 == 0 ? "ada" : "bob", "203.0.113.7", Succeeded: i >= 8));

        signIns.Detect(new PasswordGuessing()).ShouldBeEmpty();
    }

    [Fact]
    public void Detect_success_before_the_failures_is_no_guess()
    {
        var signIns = Enumerable.Range(0, 8).Select(i => new SignIn(s_start.AddSeconds(i), "ada", "203.0.113.7", Succeeded: i == 0));

        signIns.Detect(new PasswordGuessing()).ShouldBeEmpty();
    }

    [Fact]
    public void Detect_threshold_raised_stays_silent()
    {
        var signIns = Enumerable.Range(0, 8).Select(i => new SignIn(s_start.AddSeconds(i), "ada", "203.0.113.7", Succeeded: i == 7));

        signIns.Detect(new PasswordGuessing()).ShouldHaveSingleItem().Value.ShouldBe(new GuessedPassword("ada", "203.0.113.7", Failures: 7));
        signIns.Detect(new PasswordGuessing(), new PasswordGuessingOptions { MinFailures = 8 }).ShouldBeEmpty();
    }
}
