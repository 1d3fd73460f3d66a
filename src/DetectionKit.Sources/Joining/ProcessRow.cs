using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>What is known of a process from its start event.</summary>
/// <param name="ticks">The start event's time.</param>
/// <param name="image">The executable's path.</param>
/// <param name="commandLine">The command line.</param>
/// <param name="names">What else the event has.</param>
internal sealed class ProcessRow(long ticks, string? image, CompactText commandLine, ProcessNames? names = null) : JoinRow<ProcessRow>
{
    private readonly CompactText _commandLine = commandLine;
    private KnownCode _imageCode;
    private KnownCode _commandLineCode;

    /// <summary>The start event's time.</summary>
    public long Ticks => ticks;

    /// <summary>The executable's path.</summary>
    public string? Image => image;

    /// <summary>The host's name, where the event has it.</summary>
    public string? Host => names?.Host;

    /// <summary>The user's name, where the event has it.</summary>
    public string? User => names?.User;

    /// <summary>The user's Windows security id.</summary>
    public string? UserSid { get; init; }

    /// <summary>The user's number off Windows.</summary>
    public string? UserId => names?.UserId;

    /// <summary>The user's name that was found by the security id, so that the next connection finds it here; it may no longer be kept.</summary>
    public NameRow? UserBySid { get; set; }

    /// <summary>The host's name that was found, likewise.</summary>
    public NameRow? HostByMachine { get; set; }

    /// <inheritdoc/>
    public override int TextBytes => _commandLine.Bytes;

    /// <inheritdoc/>
    public override int CompareTo(ProcessRow? other) => other is null ? 1 : RowOrder.Compare(
        Ticks,
        other.Ticks,
        (Image, other.Image),
        (_commandLine.ToString(), other._commandLine.ToString()),
        (User, other.User),
        (Host, other.Host),
        (UserSid, other.UserSid),
        (UserId, other.UserId));

    /// <inheritdoc/>
    public override void Fetch()
    {
        // Of some hundred bytes: what stands first, and what stands last.
        Prefetching.Of(ref image);
        Prefetching.Of(ref _commandLineCode);
    }

    /// <summary>The index of the executable's path in a column.</summary>
    public int ImageCode(CodedTexts images) => _imageCode.Of(image, images);

    /// <summary>The index of the command line in a column.</summary>
    public int CommandLineCode(CodedTexts commandLines) => _commandLineCode.Of(_commandLine, commandLines);

    /// <summary>The command line.</summary>
    public string? CommandLine(StringPool pool) => _commandLine.Take(pool);
}
