using System.ComponentModel.DataAnnotations;

namespace DetectionKit.Tests.Options;

public sealed class Limits
{
    private int _groups = 100;

    public int Groups
    {
        get => _groups;
        set => _groups = value >= 0 ? value : throw new ArgumentException("a number of groups is not negative");
    }

    [Range(1, long.MaxValue)]
    public long Bytes { get; set; } = 1 << 20;
}
