namespace DetectionKit.Engine;

/// <summary>Reads the event times of a batch, from the current row on.</summary>
internal delegate void TimeLoop<T, TOptions>(Rows<T> rows, TOptions options);
