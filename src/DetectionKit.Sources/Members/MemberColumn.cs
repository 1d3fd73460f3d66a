using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Members;

/// <summary>One member of a user's event type, gathered as a column.</summary>
internal abstract class MemberColumn<T>(string member, int number)
{
    /// <summary>The member.</summary>
    public string Member => member;

    /// <summary>The number of its JSON property among the scanned fields.</summary>
    protected int Field => number;

    /// <summary>The same for another thread, empty, with the distinct values in common.</summary>
    public abstract MemberColumn<T> Another(int size);

    /// <summary>Reads the value of a record into a row.</summary>
    /// <param name="record">The record.</param>
    /// <param name="values">Where its properties stand.</param>
    /// <param name="row">The row.</param>
    /// <returns>Whether it is one that can be read without the whole event: it is there, and of the member's type.</returns>
    public abstract bool TryRead(ReadOnlySpan<byte> record, FieldValues values, int row);

    /// <summary>Reads the values of records of a block into rows that follow each other; where values are looked up, notes where they stand.</summary>
    /// <param name="block">The block; the records have been scanned.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="row">The row of the first.</param>
    /// <returns>How many of them can be read without the whole event, before the first that can't.</returns>
    public abstract int Read(ScannedBlock block, int first, int count, int row);

    /// <summary>Reads the value of a record where it is a time; false where it is none, or the record does not have it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="values">Where its properties stand.</param>
    /// <param name="time">The time.</param>
    public virtual bool TryReadTime(ReadOnlySpan<byte> record, FieldValues values, out DateTimeOffset time)
    {
        time = default;
        return false;
    }

    /// <summary>Says whose values are looked up, of the records that were read: of the others, those that may be none of the member's type are, too.</summary>
    /// <param name="bytes">The block's bytes.</param>
    /// <param name="which">The records, by their distance from the first.</param>
    /// <param name="count">How many records there are.</param>
    public virtual void Expect(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> which, int count)
    {
    }

    /// <summary>Asks for the memory that the expected values need.</summary>
    public virtual void Fetch()
    {
    }

    /// <summary>Looks up the expected values.</summary>
    /// <param name="bytes">The block's bytes.</param>
    /// <param name="count">How many records there are.</param>
    /// <param name="row">The row of the first.</param>
    /// <returns>How many records can be read without the whole event, before the first that can't.</returns>
    public virtual int Find(ReadOnlySpan<byte> bytes, int count, int row) => count;

    /// <summary>A condition on the column's values; null when it is one on other values.</summary>
    /// <param name="predicate">The condition.</param>
    public abstract MemberFilter? FilterOf(Delegate predicate);

    /// <summary>Takes the value of an event that there is already.</summary>
    public abstract void Set(int row, T item);

    /// <summary>Takes note of what the member is in the event of a record that has a null for it, or does not have it.</summary>
    /// <param name="values">Where the record's properties stand.</param>
    /// <param name="item">The event that was made of it, whole.</param>
    public abstract void Learn(FieldValues values, T item);

    public abstract void Resize(int size);

    /// <summary>Adds the rows gathered to a batch, and begins anew.</summary>
    /// <returns>Gives the value of a row of the batch: a function of the row's number, to the member's type.</returns>
    public abstract Delegate AddTo(ColumnBatch<T> batch, int size);

    /// <summary>The values gathered, with what gives them their meaning; begins anew.</summary>
    public abstract object Detach(int size);

    /// <summary>Copies values that another column of the member has gathered.</summary>
    public abstract void Copy(object gathered, int start, int count, int to);
}
