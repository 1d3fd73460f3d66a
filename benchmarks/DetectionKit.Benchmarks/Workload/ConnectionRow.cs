namespace DetectionKit.Benchmarks.Workload;

/// <summary>One connection, in codes. <paramref name="Time"/> is in milliseconds from the start.</summary>
internal readonly record struct ConnectionRow(long Time, int Host, int User, int Process, int CommandLine, int Address, int Port) : IComparable<ConnectionRow>
{
    public int CompareTo(ConnectionRow other) => (Time, Host, Process, Address, Port).CompareTo((other.Time, other.Host, other.Process, other.Address, other.Port));
}
