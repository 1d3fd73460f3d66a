namespace RuleUnderTest;

/// <summary>A connection to a file share.</summary>
public sealed record ShareConnection(DateTimeOffset Time, string Host, string User, string Target, string Share);
