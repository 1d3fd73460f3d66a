// <snippet detection>
/// <summary>An event of your own: any class, record or struct with a time.</summary>
public sealed record SignIn(DateTimeOffset Time, string User, string Address, bool Succeeded);

public sealed record GuessedPassword(string User, string Address, int Failures);

public sealed class PasswordGuessingOptions
{
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
    public int MinFailures { get; set; } = 5;
}

[Detection("password-guessing", Title = "A sign-in succeeds after many that failed", Severity = Severity.High)]
public sealed class PasswordGuessing : Detection<SignIn, GuessedPassword, PasswordGuessingOptions>
{
    public override DetectionQuery<GuessedPassword> Define(Events<SignIn> signIns, PasswordGuessingOptions o) =>
        signIns
            .GroupBy(s => new { s.User, s.Address })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Key, Failures = w.Where(s => !s.Succeeded).Count(), LastSucceeded = w.Last(s => s.Succeeded) })
            .Where(w => w.Failures >= o.MinFailures && w.LastSucceeded)
            .Select(w => new GuessedPassword(w.Key.User, w.Key.Address, w.Failures));
}
// </snippet>
