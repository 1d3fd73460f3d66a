using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Joining;

namespace DetectionKit.Sources.Falcon;

/// <summary>The rows that a connection is joined with; null where the event says so itself, or its process does.</summary>
/// <param name="Process">The process; null for an event that says all.</param>
/// <param name="User">The user's name.</param>
/// <param name="Host">The host's name.</param>
internal readonly record struct FalconJoin(ProcessRow? Process, NameRow? User, NameRow? Host)
{
    /// <summary>The index of what the rows say.</summary>
    public int CodeOf(ConnectionColumn column, ConnectionColumns columns) => column switch
    {
        ConnectionColumn.Host => Host?.CodeIn(columns.Hosts) ?? columns.Hosts.IndexOf(Process?.Host),
        ConnectionColumn.User => User?.CodeIn(columns.Users) ?? columns.Users.IndexOf(Process?.User),
        ConnectionColumn.Image => Process?.ImageCode(columns.Images) ?? CodedTexts.None,
        ConnectionColumn.CommandLine => Process?.CommandLineCode(columns.CommandLines) ?? CodedTexts.None,
        _ => CodedTexts.None,
    };
}
