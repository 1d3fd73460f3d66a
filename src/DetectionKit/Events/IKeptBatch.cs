namespace DetectionKit;

/// <summary>A batch of any type of events, as evidence keeps it.</summary>
internal interface IKeptBatch
{
    object? EventAt(int row);

    EventPosition? PositionAt(int row);
}
