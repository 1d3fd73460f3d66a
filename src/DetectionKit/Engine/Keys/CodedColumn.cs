namespace DetectionKit.Engine;

/// <summary>Values that have codes.</summary>
internal abstract class CodedColumn<T, TContent, TCoded> : KeyColumn<T, int>, ICodedColumn<T>
    where TContent : class
    where TCoded : struct, ICodedValue<TContent, TCoded>
{
    private const int Unknown = -1;
    private ValueDictionary<T>? _dictionary;
    private int[] _codesOfDictionary = [];

    internal sealed override int CodedValues => ValuesByCode.Count;

    protected ValueCodes<TContent, TCoded> ValuesByCode { get; } = new();

    /// <summary>Whether the loop that reads the block writes codes, and not values.</summary>
    protected bool HasCodesOfBlock { get; private set; }

    public int[] CodesOf(ValueDictionary<T> dictionary)
    {
        HasCodesOfBlock = true;
        if (!ReferenceEquals(dictionary, _dictionary)) (_dictionary, _codesOfDictionary) = (dictionary, []);
        var known = _codesOfDictionary.Length;
        if (known >= dictionary.Count) return _codesOfDictionary;
        Array.Resize(ref _codesOfDictionary, Math.Max(dictionary.Count, known * 2));
        Array.Fill(_codesOfDictionary, Unknown, known, _codesOfDictionary.Length - known);
        return _codesOfDictionary;
    }

    public int Learn(ValueDictionary<T> dictionary, int index) => _codesOfDictionary[index] = CodeOf(dictionary[index]);

    internal sealed override void Reserve(int rows)
    {
        base.Reserve(rows);
        HasCodesOfBlock = false;
    }

    internal sealed override void BeginMarking() => ValuesByCode.BeginMarking();

    internal sealed override void Mark(int code) => ValuesByCode.Mark(code);

    internal sealed override void Sweep()
    {
        for (var i = 0; i < _codesOfDictionary.Length; i++)
        {
            if (_codesOfDictionary[i] > 0 && !ValuesByCode.IsMarked(_codesOfDictionary[i])) _codesOfDictionary[i] = Unknown;
        }

        ValuesByCode.Sweep();
    }
}
