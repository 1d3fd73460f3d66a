using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DetectionKit.Tests.Interpretation;

/// <summary>Any value as text that tells all of it: what two evaluations are compared by.</summary>
internal static class ValueText
{
    private static readonly ConcurrentDictionary<Type, MemberInfo[]> s_members = new();

    internal static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
        double number => (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) + "m",
        DateTimeOffset time => $"@{time.UtcTicks}",
        TimeSpan span => $"{span.Ticks}t",
        Enum or Guid or IPAddress => $"{value}",
        IFormattable number => $"{number.ToString(null, CultureInfo.InvariantCulture)}{value.GetType().Name[0]}",
        bool flag => flag ? "true" : "false",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ => $"{{{string.Join(", ", Members(value.GetType()).Select(member => $"{member.Name} = {Of(Get(member, value))}"))}}}",
    };

    internal static IReadOnlyList<(string Name, object? Value)> PartsOf(object value) => [.. Members(value.GetType()).Select(member => (member.Name, Get(member, value)))];

    private static MemberInfo[] Members(Type type) => s_members.GetOrAdd(type, static t =>
    [
        .. t.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0).OrderBy(p => p.MetadataToken),
        .. t.GetFields(BindingFlags.Instance | BindingFlags.Public),
    ]);

    private static object? Get(MemberInfo member, object value) => member is PropertyInfo property ? property.GetValue(value) : ((FieldInfo)member).GetValue(value);
}
