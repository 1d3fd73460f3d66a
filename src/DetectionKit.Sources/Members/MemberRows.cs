using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Members;

/// <summary>Events of a user's own type gathered as columns.</summary>
/// <param name="positions">Where each stands.</param>
/// <param name="columns">What each column has gathered, in the order of the columns.</param>
internal sealed class MemberRows(EventPosition[] positions, object[] columns) : GatheredRows
{
    public EventPosition[] Positions => positions;

    public object[] Columns => columns;

    /// <inheritdoc/>
    public override void Forget() => Array.Clear(columns);
}
