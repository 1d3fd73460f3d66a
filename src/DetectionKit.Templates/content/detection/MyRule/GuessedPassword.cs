namespace DetectionName.Rules;

/// <summary>What an alert says.</summary>
public sealed record GuessedPassword(string User, string Address, int Failures, Risk Risk);
