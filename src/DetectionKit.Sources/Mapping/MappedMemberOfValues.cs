using System.Reflection;
using System.Text;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Members;

namespace DetectionKit.Sources.Mapping;

/// <summary>A member of an event whose values are of a type.</summary>
/// <param name="name">Its name.</param>
/// <param name="paths">Its paths.</param>
/// <param name="isRequired">Whether there is no event without it.</param>
/// <param name="reader">Decodes its values; null for what the type says.</param>
internal sealed class MappedMember<V>(string name, IReadOnlyList<string> paths, bool isRequired, MappedTokenReader<V>? reader = null) : MappedMember(name, paths, isRequired)
{
    private readonly MappedTokenReader<V> _reader = reader ?? new(foldCase: false);
    private readonly string[] _paths = [.. paths];

    /// <inheritdoc/>
    public override string? Read(JsonDocumentFields found, out object? value)
    {
        value = null;
        if ((IsName ? found.Name(_paths) : found.Text(_paths)) is not { } text) return IsRequired ? $"{Name} ({string.Join(", ", _paths)}) is missing" : null;
        V read = default!;
        if (!_reader.TryReadText(Encoding.UTF8.GetBytes(text), ref read))
        {
            return $"{Name} ({string.Join(", ", _paths)}) can't be read as {(Nullable.GetUnderlyingType(typeof(V)) ?? typeof(V)).Name}: {JsonDocumentFields.Shorten(text)}";
        }

        value = read;
        return null;
    }

    /// <inheritdoc/>
    public override MemberColumn<T> ColumnOf<T>(MemberInfo member, int field, bool beginsEmpty, SourceOptions options)
    {
        var unwritten = beginsEmpty && !IsRequired ? UnwrittenValues<V>.Default() : new(beginsAlike: false);
        var values = IsName && options.FoldCase ? new(foldCase: true) : _reader;
        var access = EventMember.Access<T, V>(member);
        return typeof(V).IsValueType && !typeof(V).IsEnum
            ? new PlainMemberColumn<T, V>(access, member.Name, field, values, unwritten, options.BatchSize)
            : new CodedMemberColumn<T, V>(access, member.Name, field, values, unwritten, isText: typeof(V) == typeof(string), options.BatchSize);
    }
}
