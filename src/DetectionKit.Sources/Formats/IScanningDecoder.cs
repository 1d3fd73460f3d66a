using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Formats;

/// <summary>A decoder that finds the fields of its records with a scanner, so that another thread can do so before it.</summary>
internal interface IScanningDecoder<T>
{
    /// <summary>The scanner by which records are read whose events go to an output; null when they are read otherwise.</summary>
    RecordScanner? ScannerOf(EventOutput<T> output);
}
