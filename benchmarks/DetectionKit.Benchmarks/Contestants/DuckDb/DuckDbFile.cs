using System.Globalization;
using System.Net;
using DetectionKit.Benchmarks.Measuring;
using DuckDB.NET.Data;

namespace DetectionKit.Benchmarks.Contestants.DuckDb;

/// <summary>The flagship as a query of DuckDB over a file of JSON lines, of which it is told the members that it needs.</summary>
internal sealed class DuckDbFile(string path, int threads) : IContestant
{
    // Two regular expressions (RE2) were the quickest filters of those tried; a test of prefixes one by one took longer.
    private const string Sql = """
        SELECT Hour, ComputerName, UserName, ImageFileName, CommandLine, RemoteAddressIP4, Connections, Ports
        FROM (
            SELECT Hour, ComputerName, UserName, ImageFileName, CommandLine, RemoteAddressIP4, CAST(sum(Number) AS INTEGER) AS Connections, CAST(count(*) AS INTEGER) AS Ports FROM (
            SELECT "timestamp" // 3600000 AS Hour, ComputerName, UserName, ImageFileName, CommandLine, RemoteAddressIP4, RemotePort, count(*) AS Number
            FROM read_json('{0}', format = 'newline_delimited', columns = {{
                event_simpleName: 'VARCHAR', "timestamp": 'BIGINT', ComputerName: 'VARCHAR', UserName: 'VARCHAR', ImageFileName: 'VARCHAR', CommandLine: 'VARCHAR',
                RemoteAddressIP4: 'VARCHAR', RemotePort: 'INTEGER' }})
            WHERE event_simpleName = 'NetworkConnectIP4'
              AND NOT regexp_matches(RemoteAddressIP4, '^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2[0-9]|3[01])\.)')
              AND NOT regexp_matches(ImageFileName, '(?i)(chrome|firefox|msedge|MicrosoftEdgeCP|iexplore|brave|opera|safari|waterfox|svchost|MsMpEng|wuauclt|TrustedInstaller|msiexec|ccmexec|teams|OneDrive)\.exe$')
            GROUP BY ALL)
            GROUP BY Hour, ComputerName, UserName, ImageFileName, CommandLine, RemoteAddressIP4)
        WHERE Connections >= 12
        """;

    public string Name => $"duckdb-{threads}";

    public int Threads => threads;

    public long? InputBytes => new FileInfo(path).Length;

    public void Run(RunProbe probe)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}");
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
