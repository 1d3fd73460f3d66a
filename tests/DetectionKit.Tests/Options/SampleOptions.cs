using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Net;

namespace DetectionKit.Tests.Options;

/// <summary>One option of every kind that configuration holds.</summary>
public sealed class SampleOptions : IValidatableObject
{
    public enum Level
    {
        Low,
        High,
    }

    public NetworkSet ExcludedNetworks { get; set; } = ["10.0.0.0/8", "192.168.0.0/16", "::1"];

    public ImageNames ExcludedImages { get; init; } = ["chrome.exe", "teams.exe"];

    [Range(1, 1000)]
    public int MinConnections { get; set; } = 12;

    public double Share { get; set; } = 0.5;

    public decimal Factor { get; set; } = 1.50m;

    public bool WholeFileName { get; set; }

    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan? Lateness { get; set; } = TimeSpan.FromMinutes(1);

    public DateTimeOffset Since { get; set; } = DateTimeOffset.UnixEpoch;

    public Level MinLevel { get; set; } = Level.Low;

    public string Name { get; set; } = "sample";

    public string? Note { get; set; } = "a note";

    public Disorder Disorder { get; set; }

    public IPAddress Collector { get; set; } = IPAddress.Loopback;

    public int[] Ports { get; set; } = [80, 443];

    public IReadOnlyList<string> Users { get; set; } = ["root"];

    public ImmutableArray<TimeSpan> Periods { get; set; } = [TimeSpan.FromSeconds(5)];

    public List<Level> Levels { get; set; } = [];

    public ISet<string> Hosts { get; set; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "dc01" };

    public Limits Limits { get; set; } = new();

    public Limits? Others { get; set; }

    public Func<int>? Callback { get; set; }

    /// <summary>No option: it follows from another.</summary>
    public TimeSpan Half => Window / 2;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Window <= TimeSpan.Zero) yield return new($"{nameof(Window)} is {Window}; it must be positive.", [nameof(Window)]);
    }
}
