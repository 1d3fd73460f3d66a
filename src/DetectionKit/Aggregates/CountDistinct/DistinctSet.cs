namespace DetectionKit;

/// <summary>A set of distinct values that costs little while it is small: one value in place, up to eight in an array, then a hash set.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public struct DistinctSet<T>
{
    private const int ArrayLength = 8;
    private T _first;
    private int _count;
    private object? _more;

    /// <summary>The number of values.</summary>
    public readonly int Count => _count;

    /// <summary>Adds a value unless it is there, or the set is full.</summary>
    /// <param name="value">The value.</param>
    /// <param name="limit">The most values that the set may hold.</param>
    /// <returns>False when the value is new and the set is full.</returns>
    public bool Add(T value, int limit)
    {
        if (_count > 0 && ValueEquality<T>.AreEqual(_first, value)) return true;
        if (Contains(value)) return true;
        if (_count >= limit) return false;
        if (_count == 0) _first = value;
        else Append(value);
        _count++;
        return true;
    }

    /// <summary>The values, in no order.</summary>
    public readonly IEnumerable<T> Values()
    {
        if (_count == 0) return [];
        return _more switch
        {
            HashSet<T> set => set.Prepend(_first),
            T[] array => array.Take(_count - 1).Prepend(_first),
            _ => [_first],
        };
    }

    internal readonly long Size() => System.Runtime.CompilerServices.Unsafe.SizeOf<DistinctSet<T>>() + (_more is null ? 0 : SizeOfMore());

    private readonly long SizeOfMore() => _more switch
    {
        HashSet<T> set => 64 + (set.Count * (System.Runtime.CompilerServices.Unsafe.SizeOf<T>() + 16L)),
        T[] array => 24 + (array.Length * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<T>()),
        _ => 0L,
    };

    private readonly bool Contains(T value)
    {
        switch (_more)
        {
            case HashSet<T> set: return set.Contains(value);
            case T[] array:
                for (var i = 0; i < _count - 1; i++)
                {
                    if (ValueEquality<T>.AreEqual(array[i], value)) return true;
                }

                return false;
            default: return false;
        }
    }

    private void Append(T value)
    {
        switch (_more)
        {
            case null:
                _more = new[] { value, default!, default!, default! };
                break;
            case T[] array when _count - 1 < array.Length:
                array[_count - 1] = value;
                break;
            case T[] { Length: < ArrayLength } array:
                Array.Resize(ref array, ArrayLength);
                array[_count - 1] = value;
                _more = array;
                break;
            case T[] array:
                _more = new HashSet<T>(array, ValueEquality<T>.Comparer) { value };
                break;
            case HashSet<T> set:
                set.Add(value);
                break;
        }
    }
}
