using DetectionKit.Benchmarks.Workload;
using DuckDB.NET.Data;

namespace DetectionKit.Benchmarks.Contestants.DuckDb;

/// <summary>
/// The connections as a table in the memory of DuckDB, loaded once. Addresses are numbers, as the event objects' are: range tests on them beat any test of their text.
/// </summary>
internal sealed class FlagshipTable : IDisposable
{
    private readonly ConnectionRows _rows;
    private readonly Lazy<DuckDBConnection> _connection;

    internal FlagshipTable(ConnectionRows rows)
    {
        _rows = rows;
        _connection = new(Load);
    }

    internal DuckDBConnection Connection => _connection.Value;

    public void Dispose()
    {
        if (_connection.IsValueCreated) _connection.Value.Dispose();
    }

    internal void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private DuckDBConnection Load()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = """
                CREATE TABLE connections (
                    Ticks BIGINT, Host VARCHAR, "User" VARCHAR, Image VARCHAR, CommandLine VARCHAR, RemoteAddress UINTEGER, RemotePort INTEGER)
                """;
            command.ExecuteNonQuery();
        }

        using var appender = connection.CreateAppender("connections");
        for (var row = 0; row < _rows.Count; row++)
        {
            appender.CreateRow()
                .AppendValue(_rows.Times[row])
                .AppendValue(_rows.HostTable[_rows.Hosts[row]])
                .AppendValue(_rows.UserTable[_rows.Users[row]])
                .AppendValue(_rows.ImageTable[_rows.Images[row]])
                .AppendValue(_rows.CommandLineTable[_rows.CommandLines[row]])
                .AppendValue(_rows.AddressTable[_rows.Addresses[row]])
                .AppendValue(_rows.Ports[row])
                .EndRow();
        }

        return connection;
    }
}
