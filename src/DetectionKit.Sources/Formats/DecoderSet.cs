namespace DetectionKit.Sources.Formats;

/// <summary>The decoders of a run, one a format.</summary>
internal sealed class DecoderSet<T>(DecoderContext context, FormatCatalog catalog) : IDisposable
{
    private readonly Dictionary<IEventFormat, IEventDecoder<T>> _byFormat = [];

    public IReadOnlyCollection<IEventDecoder<T>> All => _byFormat.Values;

    /// <summary>The time of the oldest event that a decoder holds back.</summary>
    public DateTimeOffset? OldestHeld => _byFormat.Count == 0 ? null : _byFormat.Values.Min(d => d.OldestHeld);

    /// <exception cref="SourceException">The format has no events of the type.</exception>
    public IEventDecoder<T> Of(IEventFormat format, string input)
    {
        if (_byFormat.TryGetValue(format, out var decoder)) return decoder;
        decoder = format.CreateDecoder<T>(context) ?? throw new SourceException(input, Message(format, input)) { LacksEvents = true };
        return _byFormat[format] = decoder;
    }

    public void Dispose()
    {
        foreach (var decoder in _byFormat.Values) decoder.Dispose();
    }

    private string Message(IEventFormat format, string input)
    {
        List<string> able = [];
        foreach (var other in catalog.Formats)
        {
            using var decoder = other.CreateDecoder<T>(context);
            if (decoder is not null) able.Add(other.Name);
        }

        var which = able.Count > 0
            ? $"Formats that have: {string.Join(", ", able)}."
            : $"No format has: give a JsonTypeInfo<{typeof(T).Name}> to read JSON of your own.";
        return $"{input}: it is {format.Name}, which has no {typeof(T).Name} events. {which}";
    }
}
