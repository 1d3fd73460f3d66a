namespace DetectionKit.Sources.Scanning;

/// <summary>Reads the masks of 64 bytes with the instructions of one kind of machine.</summary>
internal interface IBlockReader
{
    /// <summary>The masks of the 64 bytes from an address on.</summary>
    static abstract BlockMasks Read(ref byte start);
}
