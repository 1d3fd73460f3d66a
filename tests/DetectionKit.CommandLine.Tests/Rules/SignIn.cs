namespace DetectionKit.CommandLine.Tests.Rules;

/// <summary>An event type of a user's own.</summary>
public sealed record SignIn(DateTimeOffset At, string User, bool Failed);
