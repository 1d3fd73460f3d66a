namespace DetectionKit.Benchmarks.Contestants.DuckDb;

/// <summary>The flagship in SQL over a file of JSON lines, of which DuckDB is told the members that it needs. {0} is the file.</summary>
internal static class FlagshipFileSql
{
    // Two regular expressions (RE2) were the quickest filters of those tried; a test of prefixes one by one took longer.

    /// <summary>Over enriched FDR events.</summary>
    internal const string Enriched = """
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

    /// <summary>Over raw FDR events: the file is read once, and connections join processes, users and hosts after their filter by address.</summary>
    internal const string Raw = """
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
}
