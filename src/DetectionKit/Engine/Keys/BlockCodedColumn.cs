namespace DetectionKit.Engine;

/// <summary>
/// Values that get their codes by the block. Those of a dictionary column get them once a dictionary: the block then holds indices, and an index has its code in a table.
/// </summary>
internal abstract class BlockCodedColumn<T, TCoded> : CodedColumn<T?, T, TCoded>, IDictionaryCodes<T>
    where T : class
    where TCoded : struct, ICodedValue<T, TCoded>
{
    private const int Unknown = -1;
    private ValueDictionary<T>? _dictionary;
    private int[] _codesByIndex = [];
    private int[] _indices = [];
    private int[] _unknown = [];
    private int[] _unknownRows = [];
    private bool _hasIndices;

    public sealed override int CodeOf(T? value) => ValuesByCode.CodeOf(value);

    public sealed override T? ValueOf(int code) => ValuesByCode.ValueOf(code);

    public int[] IndicesOf(ValueDictionary<T> dictionary)
    {
        _hasIndices = true;

        // Stryker disable once Equality : room that is made anew holds what it held
        if (_indices.Length < Codes.Length) (_indices, _unknown, _unknownRows) = (new int[Codes.Length], new int[Codes.Length], new int[Codes.Length]);
        if (!ReferenceEquals(dictionary, _dictionary)) (_dictionary, _codesByIndex) = (dictionary, []);
        var known = _codesByIndex.Length;

        // Stryker disable once Equality : no room is made for no more values
        if (known >= dictionary.Count) return _indices;

        // Stryker disable once Arithmetic,Linq : how much room is made at once changes the time alone
        Array.Resize(ref _codesByIndex, Math.Max(dictionary.Count, known * 2));
        Array.Fill(_codesByIndex, Unknown, known, _codesByIndex.Length - known);
        return _indices;
    }

    internal sealed override void Reserve(int rows)
    {
        base.Reserve(rows);
        _hasIndices = false;
    }

    internal sealed override void Encode(int count)
    {
        if (_hasIndices) EncodeIndices(count);
        else ValuesByCode.Encode(Values, count, Codes);
    }

    // The codes that go are unknown again.
    internal sealed override void Sweep()
    {
        for (var i = 0; i < _codesByIndex.Length; i++)
        {
            if (_codesByIndex[i] > 0 && !ValuesByCode.IsMarked(_codesByIndex[i])) _codesByIndex[i] = Unknown;
        }

        base.Sweep();
    }

    private void EncodeIndices(int count)
    {
        var unknown = 0;
        for (var row = 0; row < count; row++)
        {
            var index = _indices[row];
            var code = Codes[row] = _codesByIndex[index];
            (_unknownRows[unknown], _unknown[unknown]) = (row, index);

            // Stryker disable once Equality : the code of null is found again to be that of null
            if (code < 0) unknown++;
        }

        // Stryker disable once Statement : nothing is done for no rows
        if (unknown == 0) return;
        ValuesByCode.Encode(_dictionary!.Items, _unknown, unknown, _codesByIndex);
        for (var i = 0; i < unknown; i++) Codes[_unknownRows[i]] = _codesByIndex[_unknown[i]];
    }
}
