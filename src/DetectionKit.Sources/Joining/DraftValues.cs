using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Joining;

/// <summary>The values of a connection that may have waited: its own, and, where it lacks some, those of the rows that it is joined with.</summary>
internal readonly ref struct DraftValues(in ConnectionDraft draft, JoinedRows rows, ConnectionColumns columns) : IConnectionValues
{
    private readonly ref readonly ConnectionDraft _draft = ref draft;
    private readonly JoinedRows _rows = rows;

    /// <inheritdoc/>
    public string? Process => _draft.ProcessText;

    /// <inheritdoc/>
    public int CodeOf(ConnectionColumn column) => column switch
    {
        ConnectionColumn.Host => IndexOf(_draft.Host, columns.Hosts, column),
        ConnectionColumn.User => IndexOf(_draft.User, columns.Users, column),
        ConnectionColumn.Image => IndexOf(_draft.Image, columns.Images, column),
        ConnectionColumn.CommandLine => IndexOf(_draft.CommandLine, columns.CommandLines, column),
        _ => columns.Addresses.IndexOf(_draft.Address),
    };

    private int IndexOf(string? own, CodedTexts texts, ConnectionColumn column) => own is null ? _rows.CodeOf(column, columns) : texts.IndexOf(own);
}
