using DetectionKit.Sources.Joining;

namespace DetectionKit.Sources.Sysmon;

/// <summary>The process that a record which is yet to come will most likely name. Whether it does shows when the record is read: an inner document may say otherwise.</summary>
/// <param name="Start">Where the GUID's text stands in the record.</param>
/// <param name="Length">How long it is; 0 where no process is likely.</param>
/// <param name="Key">The process.</param>
internal readonly record struct LikelyProcess(int Start, int Length, ProcessKey Key)
{
    /// <summary>Whether a text is that GUID, by where it stands in the record.</summary>
    public bool IsGuid(ReadOnlySpan<byte> record, ReadOnlySpan<byte> text) => Length > 0 && text == record.Slice(Start, Length);

    /// <summary>Whether it is a process. What is likely may be denied though it is so.</summary>
    public bool Is(in ProcessKey key) => Length > 0 && Key.Process == key.Process && ReferenceEquals(Key.Machine, key.Machine);
}
