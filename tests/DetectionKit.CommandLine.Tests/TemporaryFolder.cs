using System.Globalization;

namespace DetectionKit.CommandLine.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("detectionkit-cli-");

    internal string PathOf(string name) => Path.Combine(_folder.FullName, name);

    internal string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Enriched Falcon connections, a minute apart from 08:00 UTC on 2 March 2026.</summary>
    internal static string Connections(int count, string address = "203.0.113.7", string host = "A") => string.Concat(Enumerable.Range(0, count).Select(i =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"event_simpleName":"NetworkConnectIP4","timestamp":{{1772438400000 + (i * 60_000L)}},"ComputerName":"{{host}}","UserName":null,"ImageFileName":"C:\\x\\beacon.exe","CommandLine":"beacon.exe \"+\"","RemoteAddressIP4":"{{address}}","RemotePort":443}""") + "\n"));
}
