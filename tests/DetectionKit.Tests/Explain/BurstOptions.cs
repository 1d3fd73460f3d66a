using System.ComponentModel.DataAnnotations;

namespace DetectionKit.Tests.Explain;

public sealed class BurstOptions : IValidatableObject
{
    public NetworkSet ExcludedNetworks { get; set; } = ["10.0.0.0/8", "192.168.0.0/16"];

    public ImageNames ExcludedImages { get; set; } = ["chrome.exe"];

    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    [Range(1, int.MaxValue)]
    public int MinConnections { get; set; } = 4;

    public int HighConnections { get; set; } = 8;

    public int MaxPorts { get; set; } = 2;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Window > TimeSpan.Zero ? [] : [new($"{nameof(Window)} is {Window}; it must be above zero.", [nameof(Window)])];
}
