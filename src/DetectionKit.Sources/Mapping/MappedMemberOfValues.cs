using System.Reflection;
using System.Text;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Members;

namespace DetectionKit.Sources.Mapping;

/// <summary>A member of an event whose values are of a type.</summary>
/// <inheritdoc/>
internal sealed class MappedMember<V>(string name, IReadOnlyList<string> paths, bool isRequired) : MappedMember(name, paths, isRequired)
{
    private readonly MappedTokenReader<V> _reader = new(foldCase: false);
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
        var reader = new MappedTokenReader<V>(IsName && options.FoldCase);
        var access = EventMember.Access<T, V>(member);
        return typeof(V).IsValueType && !typeof(V).IsEnum
            ? new PlainMemberColumn<T, V>(access, member.Name, field, reader, unwritten, options.BatchSize)
            : new CodedMemberColumn<T, V>(access, member.Name, field, reader, unwritten, isText: false, options.BatchSize);
    }
}
