using System.Runtime.CompilerServices;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Reading;

/// <summary>One input after another; only one is open at a time.</summary>
internal sealed class SequentialInputs<T>(IReadOnlyList<InputCursor<T>> inputs) : IRecordSequence<T>
{
    private int _current;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecordStatus Next(out InputCursor<T>? cursor)
    {
        for (; _current < inputs.Count; _current++)
        {
            cursor = inputs[_current];
            var status = cursor.Next();
            if (status != RecordStatus.End) return status;
            cursor.Dispose();
        }

        cursor = null;
        return RecordStatus.End;
    }
}
