using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>A process: the machine it runs on and its id there.</summary>
/// <param name="machine">The agent id or the host's name; empty when unknown.</param>
/// <param name="process">A 64-bit Falcon id or a Sysmon GUID.</param>
internal readonly struct ProcessKey(string machine, UInt128 process)
{
    // Behind a reference, the runtime would leave eight bytes free before a number of 128 bits.
    private readonly ulong _high = (ulong)(process >> 64);
    private readonly ulong _low = (ulong)process;

    /// <summary>The agent id or the host's name; empty when unknown.</summary>
    public string Machine { get; } = machine;

    /// <summary>A 64-bit Falcon id or a Sysmon GUID.</summary>
    public UInt128 Process => new(_high, _low);

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
