using System.Globalization;
using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Contestants.DuckDb;

/// <summary>The flagship as a query of DuckDB over a table in memory.</summary>
internal sealed class DuckDbQuery(FlagshipTable table, int threads) : IContestant
{
    // The fastest of what was tried: a chain of ends_with(lower(Image), …) takes three times as long as the regular expression, and a compressed table is slower too.
    private const string Sql = """
        SELECT Hour, Host, "User", Image, CommandLine, RemoteAddress, Connections, Ports
        FROM (
            SELECT Hour, Host, "User", Image, CommandLine, RemoteAddress, CAST(sum(Number) AS INTEGER) AS Connections, CAST(count(*) AS INTEGER) AS Ports FROM (
            SELECT Ticks // 36000000000 AS Hour, Host, "User", Image, CommandLine, RemoteAddress, RemotePort, count(*) AS Number
            FROM connections
            WHERE RemoteAddress NOT BETWEEN 167772160 AND 184549375    -- 10.0.0.0/8
              AND RemoteAddress NOT BETWEEN 2886729728 AND 2887778303  -- 172.16.0.0/12
              AND RemoteAddress NOT BETWEEN 3232235520 AND 3232301055  -- 192.168.0.0/16
              AND RemoteAddress NOT BETWEEN 2130706432 AND 2147483647  -- 127.0.0.0/8
              AND RemoteAddress NOT BETWEEN 2851995648 AND 2852061183  -- 169.254.0.0/16
              AND NOT regexp_matches(Image, '(?i)(chrome|firefox|msedge|MicrosoftEdgeCP|iexplore|brave|opera|safari|waterfox|svchost|MsMpEng|wuauclt|TrustedInstaller|msiexec|ccmexec|teams|OneDrive)\.exe$')
            GROUP BY ALL)
            GROUP BY Hour, Host, "User", Image, CommandLine, RemoteAddress)
        WHERE Connections >= 12
        """;

    public string Name => $"duckdb-{threads}";

    public int Threads => threads;

    public void Prepare() => _ = table.Connection;

    public void Run(RunProbe probe)
    {
        table.Execute(string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}"));
        using var command = table.Connection.CreateCommand();
        command.CommandText = Sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            probe.Alerts.Add(
                reader.GetInt64(0) * TimeSpan.TicksPerHour,
                FlagshipRule.Beacon(
                    reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), Destinations.ToAddress(reader.GetFieldValue<uint>(5)),
                    reader.GetInt32(6), reader.GetInt32(7)));
        }
    }
}
