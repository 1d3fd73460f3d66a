namespace DetectionName.Rules;

/// <summary>An event of your own: any class, record or struct with a time.</summary>
public sealed record SignIn(DateTimeOffset Time, string User, string Address, bool Succeeded);
