namespace DetectionKit.Benchmarks.Workload;

/// <summary>Names of people, as accounts are named after them.</summary>
internal static class PersonNames
{
    private static readonly string[] s_given =
    [
        "alice", "amir", "bruno", "chen", "diana", "elena", "farid", "grace", "hugo", "ines",
        "jonas", "kofi", "laura", "marta", "nadia", "oscar", "petra", "ravi", "sara", "tomas",
    ];

    private static readonly string[] s_family =
    [
        "adams", "baker", "costa", "dvorak", "evans", "fischer", "gomez", "hansen", "ito", "jansen", "khan", "lopez", "moreau", "novak", "osei", "petrov",
    ];

    internal static string Draw(ref SplitMix64 random) => $"{random.OneOf<string>(s_given)}.{random.OneOf<string>(s_family)}";
}
