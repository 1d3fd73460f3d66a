using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Joining;

namespace DetectionKit.Sources.Falcon;

/// <summary>The rows that a connection is joined with: none where the event says so itself, or its process does.</summary>
/// <param name="process">The process; none for an event that says all.</param>
/// <param name="user">The user's name.</param>
/// <param name="host">The host's name.</param>
internal readonly ref struct FalconJoin(ref ProcessRow process, ref NameRow user, ref NameRow host)
{
    private readonly ref ProcessRow _process = ref process;
    private readonly ref NameRow _user = ref user;
    private readonly ref NameRow _host = ref host;

    /// <summary>Whether the event says all.</summary>
    public bool IsNone => Unsafe.IsNullRef(ref _process);

    /// <summary>The index of what the rows say.</summary>
    public int CodeOf(ConnectionColumn column, ConnectionColumns columns) => column switch
    {
        ConnectionColumn.Host => Unsafe.IsNullRef(ref _host) ? columns.Hosts.IndexOf(_process.Host) : _host.CodeIn(columns.Hosts),
        ConnectionColumn.User => Unsafe.IsNullRef(ref _user) ? columns.Users.IndexOf(_process.User) : _user.CodeIn(columns.Users),
        ConnectionColumn.Image => _process.ImageCode(columns.Images),
        ConnectionColumn.CommandLine => _process.CommandLineCode(columns.CommandLines),
        _ => CodedTexts.None,
    };
}
