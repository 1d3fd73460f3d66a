using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>What is known of a process from its start event.</summary>
/// <param name="ticks">The start event's time.</param>
/// <param name="image">The executable's path.</param>
/// <param name="commandLine">The command line.</param>
/// <param name="names">What else the event has.</param>
internal struct ProcessRow(long ticks, CompactText image, CompactText commandLine, ProcessNames? names = null) : IJoinRow<ProcessRow>
{
    private readonly long _ticks = ticks;
    private readonly CompactText _image = image;
    private readonly CompactText _commandLine = commandLine;
    private readonly ProcessNames? _names = names;
    private KnownCode _imageCode;
    private KnownCode _commandLineCode;

    /// <summary>The host's name, where the event has it.</summary>
    public readonly string? Host => _names?.Host;

    /// <summary>The user's name, where the event has it.</summary>
    public readonly string? User => _names?.User;

    /// <summary>The user's Windows security id.</summary>
    public string? UserSid { get; init; }

    /// <summary>The user's number off Windows.</summary>
    public readonly string? UserId => _names?.UserId;

    /// <summary>The user's name that was found by the security id, so that the next connection finds it here; it may no longer be kept.</summary>
    public RowPlace UserBySid { get; set; }

    /// <summary>The host's name that was found, likewise.</summary>
    public RowPlace HostByMachine { get; set; }

    /// <inheritdoc/>
    public readonly int TextBytes => _commandLine.Bytes;

    // Texts are kept as they are written: they are decoded only where the times do not tell.
    /// <inheritdoc/>
    public static int Compare(in ProcessRow row, in ProcessRow other) => row._ticks != other._ticks
        ? row._ticks.CompareTo(other._ticks)
        : RowOrder.Compare(
            row._ticks,
            other._ticks,
            (row._image.ToString(), other._image.ToString()),
            (row._commandLine.ToString(), other._commandLine.ToString()),
            (row.User, other.User),
            (row.Host, other.Host),
            (row.UserSid, other.UserSid),
            (row.UserId, other.UserId));

    /// <summary>The index of the executable's path in a column.</summary>
    public int ImageCode(CodedTexts images) => _imageCode.Of(_image, images);

    /// <summary>The index of the command line in a column.</summary>
    public int CommandLineCode(CodedTexts commandLines) => _commandLineCode.Of(_commandLine, commandLines);

    /// <summary>The executable's path.</summary>
    public readonly string? Image(StringPool pool) => _image.Take(pool);

    /// <summary>The command line.</summary>
    public readonly string? CommandLine(StringPool pool) => _commandLine.Take(pool);
}
