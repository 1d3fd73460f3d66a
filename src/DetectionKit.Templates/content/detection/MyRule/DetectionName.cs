namespace DetectionName.Rules;

[Detection("detection-id", Title = "A sign-in succeeds after many that failed", Severity = Severity.High)]
[AttackTechnique("T0000")]
[BlindSpot("Guesses spread over more than the window, or over several addresses.")]
[FalsePositive("A person who forgot the password and remembers it in time.")]
public sealed class DetectionName : Detection<SignIn, GuessedPassword, DetectionNameOptions>
{
    public override IReadOnlyList<DetectionCase> Cases => DetectionNameCases.All;

    public override DetectionQuery<GuessedPassword> Define(Events<SignIn> signIns, DetectionNameOptions o) =>
        signIns
            .GroupBy(s => new { s.User, s.Address })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Key, Failures = w.Where(s => !s.Succeeded).Count(), LastSucceeded = w.Last(s => s.Succeeded) })
            .Where(w => w.Failures >= o.MinFailures && w.LastSucceeded)
            .Tier(Risk.High, w => w.Failures >= o.HighFailures)
            .Otherwise(Risk.Medium)
            .Select((w, risk) => new GuessedPassword(w.Key.User, w.Key.Address, w.Failures, risk));
}
