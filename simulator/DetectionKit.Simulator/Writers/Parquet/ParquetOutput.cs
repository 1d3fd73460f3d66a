using DetectionKit.Simulator.Population;
using Parquet;
using Parquet.Schema;

namespace DetectionKit.Simulator.Writers.Parquet;

/// <summary>Connections as detections see them, in a Parquet file: one column a member of <see cref="NetworkConnection"/>, the time in microseconds, UTC.</summary>
internal sealed class ParquetOutput(string path) : TelemetryOutput(path)
{
    private const int RowsOfGroup = 1 << 17;
    private static readonly DateTimeDataField s_time = new("Time", DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: false);
    private static readonly DataField s_host = Text("Host"), s_user = Text("User"), s_image = Text("Image"), s_commandLine = Text("CommandLine"), s_remote = Text("RemoteAddress");
    private static readonly DataField s_port = new("RemotePort", typeof(int), isNullable: false);
    private readonly FileStream _stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read);
    private readonly List<NetworkConnection> _rows = new(RowsOfGroup);
    private ParquetWriter? _writer;
    private long _written;

    internal override long Bytes => _stream.CanWrite ? _stream.Position : _written;

    internal override bool IsFull => _rows.Count >= RowsOfGroup;

    internal override void Add(Host host)
    {
        // The file has connections only.
    }

    internal override void Add(SimulatedEvent simulated)
    {
        if (simulated is SimulatedConnection { IsMalformed: false } connection) _rows.Add(connection.ToNetworkConnection());
    }

    internal override async Task FlushAsync(CancellationToken cancellationToken)
    {
        _writer ??= await ParquetWriter.CreateAsync(
            new ParquetSchema(s_time, s_host, s_user, s_image, s_commandLine, s_remote, s_port), _stream, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy }, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (_rows.Count == 0) return;
        using (var group = _writer.CreateRowGroup())
        {
            await group.WriteAsync<DateTime>(s_time, _rows.Select(row => row.Time.UtcDateTime).ToArray(), cancellationToken: cancellationToken).ConfigureAwait(false);
            await group.WriteAsync(s_host, Column(row => row.Host)).ConfigureAwait(false);
            await group.WriteAsync(s_user, Column(row => row.User)).ConfigureAwait(false);
            await group.WriteAsync(s_image, Column(row => row.Image)).ConfigureAwait(false);
            await group.WriteAsync(s_commandLine, Column(row => row.CommandLine)).ConfigureAwait(false);
            await group.WriteAsync(s_remote, Column(row => row.RemoteAddress.ToString())).ConfigureAwait(false);
            await group.WriteAsync<int>(s_port, _rows.Select(row => row.RemotePort).ToArray(), cancellationToken: cancellationToken).ConfigureAwait(false);
            group.CompleteValidate();
        }

        _rows.Clear();
    }

    internal override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        await _writer!.DisposeAsync().ConfigureAwait(false);
        _written = new FileInfo(Path).Length;
    }

    public override void Dispose() => _stream.Dispose();

    private static DataField Text(string name) => new(name, typeof(string), isNullable: true);

    private List<string?> Column(Func<NetworkConnection, string?> value) => _rows.ConvertAll(row => value(row));
}
