using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Reading;

/// <summary>
/// Inputs merged by event time: always the one whose record at hand is the oldest. A record without a time is read as soon as it is met. An input is
/// opened when its first record has its turn, so that a folder of hourly files is not open all at once.
/// </summary>
internal sealed class MergedInputs<T> : IRecordSequence<T>
{
    private readonly PriorityQueue<InputCursor<T>, (DateTimeOffset Time, int Order)> _queue = new();
    private readonly Dictionary<InputCursor<T>, int> _order = [];
    private InputCursor<T>? _advancing;

    public MergedInputs(IEnumerable<InputCursor<T>> inputs)
    {
        foreach (var input in inputs)
        {
            _order.Add(input, _order.Count);
            Enqueue(input);
        }
    }

    /// <inheritdoc/>
    public RecordStatus Next(out InputCursor<T>? cursor)
    {
        while (true)
        {
            if (_advancing is { } advancing)
            {
                cursor = advancing;
                var status = advancing.Next();
                if (status is RecordStatus.Pending or RecordStatus.TooLong) return status;
                if (status == RecordStatus.End)
                {
                    advancing.Dispose();
                    _advancing = null;
                    continue;
                }

                advancing.ReadTime();
                if (advancing.Time is null) return RecordStatus.Record;
                Enqueue(advancing);
                _advancing = null;
            }

            if (!_queue.TryDequeue(out cursor, out _)) return RecordStatus.End;
            _advancing = cursor;
            if (cursor.HasRecord) return RecordStatus.Record;
        }
    }

    private void Enqueue(InputCursor<T> input) => _queue.Enqueue(input, (input.Time ?? DateTimeOffset.MinValue, _order[input]));
}
