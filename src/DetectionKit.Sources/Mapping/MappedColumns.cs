using System.Reflection;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Members;
using DetectionKit.Sources.Members.Storage;

namespace DetectionKit.Sources.Mapping;

/// <summary>Makes the columns of a mapped event. Each member that the mapping names is one, so that the same records are malformed whatever is read; so is what is read otherwise.</summary>
/// <param name="constructor">The constructor of events.</param>
/// <param name="members">What they are given, of which the constructor takes some.</param>
/// <param name="record">Their record.</param>
internal sealed class MappedColumns<T>(ConstructorInfo constructor, IReadOnlyList<MappedMember> members, MappedRecord record)
{
    private readonly StoredFields? _constructed = StoredFields.Of(constructor);

    /// <summary>The columns; null where the type does more than to keep what it is given, or something is read that it is not given.</summary>
    public IEventColumns<T>? Build(EventReads<T> reads, SourceOptions options)
    {
        var parameters = constructor.GetParameters();
        List<MemberColumn<T>> columns = [];
        for (var i = 0; i < members.Count; i++)
        {
            var parameter = Array.FindIndex(parameters, taken => taken.Name!.Equals(members[i].Name, StringComparison.OrdinalIgnoreCase));
            if (members[i].Paths.Count == 0 && !reads.Reads(members[i].Name)) continue;
            if (MemberOf(members[i].Name) is not { } member || !IsKept(member, parameter)) return null;
            columns.Add(members[i].ColumnOf<T>(member, record.FieldOf(i), parameter >= 0 || BeginsEmpty(member), options));
        }

        foreach (var other in reads.Members?.Where(name => columns.TrueForAll(column => column.Member != name)) ?? [])
        {
            if (MemberOf(other) is not { } member || !IsKept(member, parameter: -1) || !BeginsEmpty(member)) return null;
            columns.Add(MappedMember.Of(other, EventMember.TypeOf(member), [], isRequired: false).ColumnOf<T>(member, record.Missing, beginsEmpty: true, options));
        }

        return new EventMaker<T>(null, constructor).Of([.. columns.Select(column => column.Member)]) is { } make
            ? new MemberColumns<T>([.. columns], record.Scope, record.Fields, [], make, reads, options.BatchSize)
            : null;
    }

    // Parameters of records are named as their properties.
    private static MemberInfo? MemberOf(string name) => EventMember.Find(typeof(T), name) ?? typeof(T).GetProperties().FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private bool IsKept(MemberInfo member, int parameter) => parameter >= 0
        ? BackingField.Of(member) is { } field && _constructed?.Find(field) == StoredValue.Of(parameter)
        : BackingField.IsSetThrough(member);

    private bool BeginsEmpty(MemberInfo member) => BackingField.Of(member) is { } field && _constructed is not null && _constructed.Find(field) is null;
}
