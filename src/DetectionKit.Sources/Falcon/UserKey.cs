using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Falcon;

/// <summary>A user on a host.</summary>
/// <param name="AgentId">The host's agent.</param>
/// <param name="Id">The user's Windows security id, or its number.</param>
/// <param name="IsNumber">Which of the two.</param>
internal readonly record struct UserKey(string AgentId, string Id, bool IsNumber)
{
    /// <summary>Compares the texts by their characters.</summary>
    public static IEqualityComparer<UserKey> Ordinal { get; } = new Comparer();

    private sealed class Comparer : IEqualityComparer<UserKey>
    {
        public bool Equals(UserKey x, UserKey y) => x == y;

        public int GetHashCode(UserKey key) => SeededHash.Of(SeededTextComparer.Ordinal.GetHashCode(key.Id), (uint)SeededTextComparer.Ordinal.GetHashCode(key.AgentId));
    }
}
