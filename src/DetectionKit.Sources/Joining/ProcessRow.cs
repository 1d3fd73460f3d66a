namespace DetectionKit.Sources.Joining;

/// <summary>What is known of a process from its start event.</summary>
/// <param name="Ticks">The start event's time.</param>
/// <param name="Image">The executable's path.</param>
/// <param name="CommandLine">The command line.</param>
/// <param name="Host">The host's name, where the event has it.</param>
/// <param name="User">The user's name, where the event has it.</param>
/// <param name="UserSid">The user's Windows security id.</param>
/// <param name="UserId">The user's number off Windows.</param>
internal sealed record ProcessRow(long Ticks, string? Image, string? CommandLine, string? Host = null, string? User = null, string? UserSid = null, string? UserId = null)
    : IJoinRow<ProcessRow>
{
    /// <inheritdoc/>
    public int TextBytes => RowOrder.Bytes(CommandLine);

    /// <inheritdoc/>
    public int CompareTo(ProcessRow? other) => other is null ? 1 : RowOrder.Compare(
        Ticks,
        other.Ticks,
        (Image, other.Image),
        (CommandLine, other.CommandLine),
        (User, other.User),
        (Host, other.Host),
        (UserSid, other.UserSid),
        (UserId, other.UserId));
}
