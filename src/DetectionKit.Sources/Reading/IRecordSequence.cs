using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Reading;

/// <summary>The records of all inputs, in the order in which they are read.</summary>
internal interface IRecordSequence<T>
{
    /// <summary>Goes to the next record.</summary>
    /// <param name="cursor">The input that has it; null at the end of all.</param>
    RecordStatus Next(out InputCursor<T>? cursor);
}
