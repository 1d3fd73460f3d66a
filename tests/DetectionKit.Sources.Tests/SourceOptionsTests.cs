namespace DetectionKit.Sources.Tests;

public sealed class SourceOptionsTests
{
    public static TheoryData<string, SourceOptions> Wrong => new()
    {
        { "BatchSize", new() { BatchSize = 0 } },
        { "BatchSize", new() { BatchSize = 65_537 } },
        { "MaxDegreeOfParallelism", new() { MaxDegreeOfParallelism = 0 } },
        { "FarFutureLimit", new() { FarFutureLimit = TimeSpan.Zero } },
        { "FalconTime", new() { FalconTime = (Sources.Falcon.FalconTime)9 } },
        { "SysmonTime", new() { SysmonTime = (Sources.Sysmon.SysmonTime)9 } },
        { "MaxRecordBytes", new() { Limits = new() { MaxRecordBytes = 10 } } },
        { "MaxRecordBytes", new() { Limits = new() { MaxRecordBytes = int.MaxValue } } },
        { "MaxProcesses", new() { Limits = new() { MaxProcesses = 0 } } },
        { "MaxWaiting", new() { Limits = new() { MaxWaiting = 0 } } },
        { "MaxMalformedSamples", new() { Limits = new() { MaxMalformedSamples = -1 } } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Read_option_out_of_range_is_refused_at_the_call(string name, SourceOptions options) =>
        Should.Throw<ArgumentOutOfRangeException>(() => EventFiles.Read<NetworkConnection>("-", options)).ParamName.ShouldBe(name);

    [Fact]
    public void Malformed_records_are_all_announced_and_the_first_kept()
    {
        var report = new SourceReport();
        var all = new List<MalformedRecord>();
        report.RecordMalformed += all.Add;
        Input.Connections(["1", "2", "3", "4"], report, s => new() { StandardInput = s, Format = "falcon", Limits = new() { MaxMalformedSamples = 2 } });
        all.Select(m => m.Position.Line).ShouldBe([1, 2, 3, 4]);
        report.MalformedSamples.ShouldBe(all.Take(2));
    }
}
