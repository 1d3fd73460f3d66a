using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Contracts.Columns;

/// <summary>One member of a user's event type, gathered as a column.</summary>
internal abstract class ContractColumn<T>(string member, int number)
{
    /// <summary>The member.</summary>
    public string Member => member;

    /// <summary>The number of its JSON property among the scanned fields.</summary>
    protected int Field => number;

    /// <summary>Reads the value of a record into a row.</summary>
    /// <returns>Whether it is one that can be read without the whole event: it is there, and of the member's type.</returns>
    public abstract bool TryRead(ReadOnlySpan<byte> record, FieldValues values, int row);

    /// <summary>Takes the value of an event that there is already.</summary>
    public abstract void Set(int row, T item);

    public abstract void Resize(int size);

    /// <summary>Adds the rows gathered to a batch, and begins anew.</summary>
    /// <returns>Gives the value of a row of the batch.</returns>
    public abstract Func<int, object?> AddTo(ColumnBatch<T> batch, int size);
}
