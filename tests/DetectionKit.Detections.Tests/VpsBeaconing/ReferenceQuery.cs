using System.Net;
using DuckDB.NET.Data;

namespace DetectionKit.Detections.Tests;

/// <summary>The reference query in SQL, run by DuckDB over an enriched FDR file: a second implementation that shares no line with the first.</summary>
internal static class ReferenceQuery
{
    // As the LogScale text has it: addresses by their text, images by a regular expression, hours by the clock.
    private const string Sql = """
        WITH connections AS (
            SELECT ComputerName, UserName, ImageFileName, CommandLine, coalesce(RemoteAddressIP4, RemoteAddressIP6) AS Address,
                   CAST(RemotePort AS INTEGER) AS RemotePort, CAST("timestamp" AS BIGINT) AS Milliseconds
            FROM read_json($file, format = 'newline_delimited', maximum_object_size = 16777216, columns = {
                event_simpleName: 'VARCHAR', "timestamp": 'VARCHAR', ComputerName: 'VARCHAR', UserName: 'VARCHAR', ImageFileName: 'VARCHAR',
                CommandLine: 'VARCHAR', RemoteAddressIP4: 'VARCHAR', RemoteAddressIP6: 'VARCHAR', RemotePort: 'VARCHAR' })
            WHERE event_simpleName IN ('NetworkConnectIP4', 'NetworkConnectIP6')
        ), counted AS (
            SELECT ComputerName, UserName, ImageFileName, CommandLine, Address, Milliseconds // 3600000 AS Hour,
                   count(*) AS ConnectionCount, count(DISTINCT RemotePort) AS UniqueRemotePorts
            FROM connections
            WHERE NOT regexp_matches(Address, '^(10\.|172\.(1[6-9]|2[0-9]|3[01])\.|192\.168\.|127\.|169\.254\.)')
              AND Address NOT IN ('::1', '0:0:0:0:0:0:0:1')
              AND NOT coalesce(regexp_matches(ImageFileName, '(?i)(chrome|firefox|msedge|MicrosoftEdgeCP|iexplore|brave|opera|safari|waterfox|svchost|MsMpEng|wuauclt|TrustedInstaller|msiexec|ccmexec|teams|OneDrive)\.exe$'), false)
            GROUP BY ALL
            HAVING count(*) >= 12
        )
        SELECT ComputerName, UserName, ImageFileName, CommandLine, Address, Hour, CAST(ConnectionCount AS INTEGER), round(ConnectionCount / 60.0, 2),
               CAST(UniqueRemotePorts AS INTEGER),
               CASE WHEN ConnectionCount >= 50 AND UniqueRemotePorts <= 1 THEN 'CRITICAL - Highly Regular Single-Port Beaconing'
                    WHEN ConnectionCount >= 30 AND UniqueRemotePorts <= 2 THEN 'HIGH - Low Port Variance Repetitive Connections'
                    WHEN ConnectionCount >= 20 THEN 'MEDIUM - Elevated Outbound Connection Frequency'
                    ELSE 'LOW - Above Threshold Outbound Frequency' END
        FROM counted
        """;

    internal static IReadOnlyList<ReferenceRow> Run(string file)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.Add(new DuckDBParameter("file", file));
        using var reader = command.ExecuteReader();
        var rows = new List<ReferenceRow>();
        while (reader.Read())
        {
            string? Text(int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
            rows.Add(new(
                Text(0), Text(1), Text(2), Text(3), IPAddress.Parse(reader.GetString(4)).ToString(), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5) * 3_600_000),
                reader.GetInt32(6), Convert.ToDouble(reader.GetValue(7), System.Globalization.CultureInfo.InvariantCulture), reader.GetInt32(8), reader.GetString(9)));
        }

        return [.. rows.Order()];
    }
}
