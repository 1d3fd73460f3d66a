namespace DetectionKit.Sources.Joining;

/// <summary>Where a table keeps the row of a key. Once the key had to go, the place is of no use, though another key's row may stand there.</summary>
/// <param name="Slot">The slot's number; 0 for none.</param>
/// <param name="Version">How many keys the slot had before.</param>
internal readonly record struct RowPlace(int Slot, int Version)
{
    /// <summary>Whether there is no such row.</summary>
    public bool IsNone => Slot == 0;
}
