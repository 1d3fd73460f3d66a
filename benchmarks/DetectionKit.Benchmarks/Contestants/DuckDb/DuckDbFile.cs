using System.Globalization;
using System.Net;
using DetectionKit.Benchmarks.Measuring;
using DuckDB.NET.Data;

namespace DetectionKit.Benchmarks.Contestants.DuckDb;

/// <summary>The flagship as a query of DuckDB over a file of JSON lines.</summary>
internal sealed class DuckDbFile(string name, string path, string sql, int threads) : IContestant
{
    public string Name => name;

    public int Threads => threads;

    public long? InputBytes => new FileInfo(path).Length;

    public void Run(RunProbe probe)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}");
        command.ExecuteNonQuery();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql, path);
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
