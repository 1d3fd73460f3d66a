using System.Reflection;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Members;
using DetectionKit.Sources.Members.Storage;

namespace DetectionKit.Sources.Mapping;

/// <summary>Makes the columns of a mapped event. Each member that the mapping names is one, so that the same records are malformed whatever is read; so is what is read otherwise.</summary>
/// <param name="mapped">The event.</param>
/// <param name="record">Its record.</param>
internal sealed class MappedColumns<T>(MappedEvent mapped, MappedRecord record)
{
    private readonly StoredFields? _constructed = StoredFields.Of(mapped.Constructor);

    /// <summary>The columns; null where the type does more than to keep what it is given, or something is read that it is not given.</summary>
    public IEventColumns<T>? Build(EventReads<T> reads, SourceOptions options)
    {
        MappedMember[] members = [.. mapped.Parameters, .. mapped.Settable];
        List<MemberColumn<T>> columns = [];
        for (var i = 0; i < members.Length; i++)
        {
            var isParameter = i < mapped.Parameters.Count;
            if (members[i].Paths.Count == 0 && !reads.Reads(members[i].Name)) continue;
            if (MemberOf(members[i].Name) is not { } member || !IsKept(member, isParameter ? i : null)) return null;
            columns.Add(members[i].ColumnOf<T>(member, record.FieldOf(i), isParameter || BeginsEmpty(member), options));
        }

        foreach (var other in reads.Members?.Where(name => columns.TrueForAll(column => column.Member != name)) ?? [])
        {
            if (MemberOf(other) is not { } member || !IsKept(member, null) || !BeginsEmpty(member)) return null;
            columns.Add(MappedMember.Of(other, EventMember.TypeOf(member), [], isRequired: false).ColumnOf<T>(member, record.Missing, beginsEmpty: true, options));
        }

        return new EventMaker<T>(null, mapped.Constructor).Of([.. columns.Select(column => column.Member)]) is { } make
            ? new MemberColumns<T>([.. columns], record.Scope, record.Fields, [], make, reads, options.BatchSize)
            : null;
    }

    // Parameters of records are named as their properties.
    private static MemberInfo? MemberOf(string name) => EventMember.Find(typeof(T), name) ?? typeof(T).GetProperties().FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private bool IsKept(MemberInfo member, int? parameter) => parameter is { } given
        ? BackingField.Of(member) is { } field && _constructed?.Find(field) == StoredValue.Of(given)
        : BackingField.IsSetThrough(member);

    private bool BeginsEmpty(MemberInfo member) => BackingField.Of(member) is { } field && _constructed is not null && _constructed.Find(field) is null;
}
