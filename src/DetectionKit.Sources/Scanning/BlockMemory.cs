using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>The memory of a block: a thread that uses it for one block after another has it near.</summary>
/// <param name="Bytes">For the bytes.</param>
/// <param name="Records">For the records.</param>
/// <param name="Slices">For the fields of the records.</param>
internal sealed record BlockMemory(byte[] Bytes, ScannedRecord[] Records, FieldSlice[] Slices);
