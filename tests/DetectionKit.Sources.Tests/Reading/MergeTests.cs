using CsCheck;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Reading;

public sealed class MergeTests
{
    [Fact]
    public void Read_files_in_order_of_time_under_a_tolerance_are_merged_in_order_of_time()
    {
        var genFile = Gen.Int[0, 1000].Array[0, 20].Select(times => times.Order().ToArray());
        Gen.Select(genFile.Array[1, 5], Gen.Int[1, 300]).Sample((files, buffer) =>
        {
            using var folder = new TempFolder();
            var paths = files.Select((times, i) => folder.Write($"{i}.json", ["", "broken", Agent("A", "H"), .. times.Select(t => Own(t)), "{"])).ToArray();
            var report = new SourceReport();
            var found = Input.Events(EventFiles.Read<NetworkConnection>(paths, new() { Disorder = Disorder.None, BufferBytes = buffer }, report));
            return found.Select(c => c.Time.ToUnixTimeMilliseconds()).SequenceEqual(files.SelectMany(f => f).Order().Select(t => (long)t))
                && report.Malformed == 2 * files.Length;
        }, iter: 40);
    }

    [Fact]
    public void Read_inputs_in_any_order_under_any_gives_the_same_connections()
    {
        using var folder = new TempFolder();
        string[] paths = [folder.Write("a.json", Connection("A", 1), Own(5)), folder.Write("b.json", Process("A", 1)), folder.Write("c.json", Agent("A", "H"))];
        var expected = Input.Sorted(Input.Events(EventFiles.Read<NetworkConnection>(paths)));
        Gen.Shuffle(paths).Sample(p => Input.Sorted(Input.Events(EventFiles.Read<NetworkConnection>(p))).SequenceEqual(expected), iter: 10);
        expected.ShouldContain(c => c.Contains("a.exe -x"));
    }

    private static string Own(int time) => Enriched($""" "timestamp":{time},"RemotePort":1,"RemoteAddressIP4":"9.9.9.9" """);
}
