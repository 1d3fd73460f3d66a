namespace DetectionKit.Benchmarks.Measuring;

/// <summary>What one run of a contestant took.</summary>
internal sealed record Round(double Nanoseconds, long Bytes, double? BytesPerGroup, double? MaxPauseMilliseconds, AlertChecksum Alerts);
