using System.Net;
using BenchmarkDotNet.Attributes;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Micro;

/// <summary>What the flagship's filters ask of one event.</summary>
[InProcess, MemoryDiagnoser]
public class LookupBenchmarks
{
    private readonly VpsBeaconingOptions _options = new();
    private readonly IPAddress _public = IPAddress.Parse("203.0.113.7");
    private readonly IPAddress _internal = IPAddress.Parse("10.20.30.40");
    private readonly IPAddress _rented = IPAddress.Parse("104.131.0.69");
    private readonly IPAddress _rented6 = IPAddress.Parse("2a01:4f8::1");
    private readonly string _excluded = @"C:\Program Files\Google\Chrome\Application\chrome.exe";
    private readonly string _other = @"C:\Users\ada\AppData\Local\Temp\LATE_RIVER.exe";

    /// <summary>A public address against the excluded networks.</summary>
    [Benchmark]
    public bool NetworkSet_without_a_hit() => _options.ExcludedNetworks.Contains(_public);

    /// <summary>A private address against the excluded networks.</summary>
    [Benchmark]
    public bool NetworkSet_with_a_hit() => _options.ExcludedNetworks.Contains(_internal);

    /// <summary>An image that is not excluded, by the end of its path.</summary>
    [Benchmark]
    public bool ImageNames_without_a_hit() => _options.ExcludedImages.Matches(_other);

    /// <summary>An image that is excluded.</summary>
    [Benchmark]
    public bool ImageNames_with_a_hit() => _options.ExcludedImages.Matches(_excluded);

    /// <summary>A rented server's address in the embedded list of some 30,000 ranges.</summary>
    [Benchmark]
    public bool HostingNetworks_with_a_hit() => _options.HostingNetworks.Contains(_rented);

    /// <summary>A public address that is in no range of the list.</summary>
    [Benchmark]
    public bool HostingNetworks_without_a_hit() => _options.HostingNetworks.Contains(_public);

    /// <summary>An IPv6 address in the list.</summary>
    [Benchmark]
    public bool HostingNetworks_with_a_hit_in_IPv6() => _options.HostingNetworks.Contains(_rented6);

    /// <summary>Starting a run of a detection whose plan is compiled.</summary>
    [Benchmark]
    public object Start_a_run() => s_detection.Start();

    private static readonly VpsBeaconing s_detection = new();
}
