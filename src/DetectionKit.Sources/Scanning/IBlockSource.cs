namespace DetectionKit.Sources.Scanning;

/// <summary>The blocks of an input, one after another, with their records scanned.</summary>
internal interface IBlockSource : IDisposable
{
    /// <summary>The next block; not asked for after one that is the last.</summary>
    /// <param name="done">The block that was handed out before, which is used again; null at the beginning.</param>
    ScannedBlock Next(ScannedBlock? done);
}
