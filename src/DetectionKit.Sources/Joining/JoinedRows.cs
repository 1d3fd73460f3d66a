using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>The rows that a connection is joined with: none where the event says so itself, where it is not known, or, of user and host, where the process says so.</summary>
/// <param name="process">The process.</param>
/// <param name="user">The user's name.</param>
/// <param name="host">The host's name.</param>
internal readonly ref struct JoinedRows(ref ProcessRow process, ref NameRow user, ref NameRow host)
{
    private readonly ref ProcessRow _process = ref process;
    private readonly ref NameRow _user = ref user;
    private readonly ref NameRow _host = ref host;

    /// <summary>A process and nothing else.</summary>
    public JoinedRows(ref ProcessRow process)
        : this(ref process, ref Unsafe.NullRef<NameRow>(), ref Unsafe.NullRef<NameRow>())
    {
    }

    private bool HasProcess => !Unsafe.IsNullRef(ref _process);

    private string? Host => !Unsafe.IsNullRef(ref _host) ? _host.Name : HasProcess ? _process.Host : null;

    private string? User => !Unsafe.IsNullRef(ref _user) ? _user.Name : HasProcess ? _process.User : null;

    /// <summary>The index of what the rows say.</summary>
    public int CodeOf(ConnectionColumn column, ConnectionColumns columns) => column switch
    {
        ConnectionColumn.Host => Unsafe.IsNullRef(ref _host) ? columns.Hosts.IndexOf(Host) : _host.CodeIn(columns.Hosts),
        ConnectionColumn.User => Unsafe.IsNullRef(ref _user) ? columns.Users.IndexOf(User) : _user.CodeIn(columns.Users),
        ConnectionColumn.Image when HasProcess => _process.ImageCode(columns.Images),
        ConnectionColumn.CommandLine when HasProcess => _process.CommandLineCode(columns.CommandLines),
        _ => CodedTexts.None,
    };

    /// <summary>Gives an event what it lacks and the rows say.</summary>
    /// <param name="draft">The event.</param>
    /// <param name="images">The executables' paths met of late.</param>
    /// <param name="commandLines">The command lines met of late.</param>
    public void Complete(ref ConnectionDraft draft, StringPool images, StringPool commandLines)
    {
        draft.Host ??= Host;
        draft.User ??= User;
        if (!HasProcess) return;
        draft.Image ??= _process.Image(images);
        draft.CommandLine ??= _process.CommandLine(commandLines);
    }
}
