namespace DetectionKit.Sources.Records;

/// <summary>Finds where lines end, as a by-product of what else it does with their bytes.</summary>
internal interface ILineFinder
{
    /// <summary>Where the line break stands that ends the line at the beginning of some bytes; negative where that is to be found by other means.</summary>
    int FindLineBreak(ReadOnlySpan<byte> bytes);
}
