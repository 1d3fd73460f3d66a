namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>Connections of products that tell of a process once, when it starts: its line stands before its first connection.</summary>
internal abstract class ProcessFile(ConnectionRows rows) : ConnectionFile(rows)
{
    private readonly Dictionary<(int Host, int User, int Image, int CommandLine), long> _processes = [];

    protected override void WriteRow(int row)
    {
        var key = (Rows.Hosts[row], Rows.Users[row], Rows.Images[row], Rows.CommandLines[row]);
        if (!_processes.TryGetValue(key, out var process))
        {
            _processes.Add(key, process = _processes.Count + 100_000L);
            WriteProcess(row, process);
        }

        WriteConnection(row, process);
    }

    protected abstract void WriteProcess(int row, long process);

    protected abstract void WriteConnection(int row, long process);
}
