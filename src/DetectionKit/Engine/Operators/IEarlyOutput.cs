namespace DetectionKit.Engine;

/// <summary>Takes alerts before their windows have closed.</summary>
internal interface IEarlyOutput<in TRow>
{
    void Send(TRow value, RowOrigin origin);
}
