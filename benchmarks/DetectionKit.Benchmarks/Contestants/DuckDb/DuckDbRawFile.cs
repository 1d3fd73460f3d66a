using System.Globalization;
using System.Net;
using DetectionKit.Benchmarks.Measuring;
using DuckDB.NET.Data;

namespace DetectionKit.Benchmarks.Contestants.DuckDb;

/// <summary>The flagship as a query of DuckDB over raw FDR events: the file is read once, and connections join processes, users and hosts after their filter by address.</summary>
internal sealed class DuckDbRawFile(string path) : IContestant
{
    private const string Sql = """
        WITH events AS MATERIALIZED (
            SELECT * FROM read_json('{0}', format = 'newline_delimited', columns = {{
                event_simpleName: 'VARCHAR', aid: 'VARCHAR', "timestamp": 'BIGINT', ComputerName: 'VARCHAR', UserName: 'VARCHAR', UserSid: 'VARCHAR', ImageFileName: 'VARCHAR', CommandLine: 'VARCHAR',
                TargetProcessId: 'UBIGINT', ContextProcessId: 'UBIGINT', RemoteAddressIP4: 'VARCHAR', RemotePort: 'INTEGER' }})),
        processes AS (
            SELECT aid, TargetProcessId, UserSid, ImageFileName, CommandLine FROM events
            WHERE event_simpleName = 'ProcessRollup2'
              AND NOT regexp_matches(ImageFileName, '(?i)(chrome|firefox|msedge|MicrosoftEdgeCP|iexplore|brave|opera|safari|waterfox|svchost|MsMpEng|wuauclt|TrustedInstaller|msiexec|ccmexec|teams|OneDrive)\.exe$')),
        users AS (SELECT DISTINCT aid, UserSid, UserName FROM events WHERE event_simpleName = 'UserIdentity'),
        hosts AS (SELECT aid, any_value(ComputerName) AS ComputerName FROM events WHERE event_simpleName IS NULL GROUP BY aid),
        connections AS (
            SELECT "timestamp" // 3600000 AS Hour, aid, ContextProcessId, RemoteAddressIP4, RemotePort, count(*) AS Number FROM events
            WHERE event_simpleName = 'NetworkConnectIP4' AND NOT regexp_matches(RemoteAddressIP4, '^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2[0-9]|3[01])\.)')
            GROUP BY ALL),
        ports AS (
            SELECT Hour, ComputerName, UserName, ImageFileName, CommandLine, RemoteAddressIP4, RemotePort, sum(Number) AS Number
            FROM connections
            JOIN processes ON processes.aid = connections.aid AND TargetProcessId = ContextProcessId
            JOIN users ON users.aid = processes.aid AND users.UserSid = processes.UserSid
            JOIN hosts ON hosts.aid = connections.aid
            GROUP BY ALL)
        SELECT Hour, ComputerName, UserName, ImageFileName, CommandLine, RemoteAddressIP4, CAST(sum(Number) AS INTEGER) AS Connections, CAST(count(*) AS INTEGER) AS Ports
        FROM ports
        GROUP BY Hour, ComputerName, UserName, ImageFileName, CommandLine, RemoteAddressIP4
        HAVING Connections >= 12
        """;

    public string Name => "duckdb-raw-1";

    public long? InputBytes => new FileInfo(path).Length;

    public void Run(RunProbe probe)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET threads = 1";
        command.ExecuteNonQuery();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, Sql, path);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            probe.Alerts.Add(
                DateTime.UnixEpoch.Ticks + (reader.GetInt64(0) * TimeSpan.TicksPerHour),
                FlagshipRule.Beacon(
                    reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), IPAddress.Parse(reader.GetString(5)), reader.GetInt32(6), reader.GetInt32(7)));
        }
    }
}
