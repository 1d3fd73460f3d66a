using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>A process: the machine it runs on and its id there.</summary>
/// <param name="Machine">The agent id or the host's name; empty when unknown.</param>
/// <param name="Process">A 64-bit Falcon id or a Sysmon GUID.</param>
internal readonly record struct ProcessKey(string Machine, UInt128 Process)
{
    /// <summary>Compares machines by identity of their text, as agent ids are.</summary>
    public static IEqualityComparer<ProcessKey> Ordinal { get; } = new Comparer(SeededTextComparer.Ordinal);

    /// <summary>Compares machines ignoring case, as host names are.</summary>
    public static IEqualityComparer<ProcessKey> IgnoringCase { get; } = new Comparer(StringComparer.OrdinalIgnoreCase);

    private sealed class Comparer(IEqualityComparer<string> machines) : IEqualityComparer<ProcessKey>
    {
        public bool Equals(ProcessKey x, ProcessKey y) => x.Process == y.Process && machines.Equals(x.Machine, y.Machine);

        public int GetHashCode(ProcessKey key) => SeededHash.Of(machines.GetHashCode(key.Machine), key.Process);
    }
}
