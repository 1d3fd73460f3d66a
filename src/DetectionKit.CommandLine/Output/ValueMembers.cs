using System.Collections.Concurrent;
using System.Reflection;

namespace DetectionKit.CommandLine.Output;

/// <summary>The public properties and fields of a type, in the order in which they were declared.</summary>
internal static class ValueMembers
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<ValueMember>> s_members = new();

    internal static IReadOnlyList<ValueMember> Of(Type type) => s_members.GetOrAdd(type, Read);

    private static IReadOnlyList<ValueMember> Read(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0)
            .Select(p => (Member: (MemberInfo)p, new ValueMember(p.Name, p.PropertyType, p.GetValue)));
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => (Member: (MemberInfo)f, new ValueMember(f.Name, f.FieldType, f.GetValue)));
        return
        [
            .. properties.Concat(fields)
                .OrderBy(m => Depth(m.Member.DeclaringType)).ThenBy(m => m.Member.MetadataToken)
                .Select(m => m.Item2)
                .GroupBy(m => m.Name, StringComparer.Ordinal).Select(g => g.Last()),
        ];
    }

    private static int Depth(Type? type)
    {
        var depth = 0;
        for (; type is not null; type = type.BaseType) depth++;
        return depth;
    }
}
