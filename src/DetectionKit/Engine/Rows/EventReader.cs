using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Engine;

/// <summary>Reads from an event what a detection reads of it: for evidence, and as the event's content in ids and ties.</summary>
internal sealed class EventReader
{
    private readonly Lazy<List<(string Name, Func<object, object?> Get)>> _fields;
    private readonly Lazy<Action<CanonicalBytes, object>> _writeContent;

    /// <summary>A reader of some members, or of all that have content when <paramref name="members"/> has a <c>*</c>.</summary>
    internal EventReader(Type type, IReadOnlyCollection<string> members)
    {
        var e = Expression.Parameter(typeof(object));
        var accesses = new Lazy<List<(string Name, Expression Access)>>(() => Accesses(type, members, Expression.Convert(e, type)));
        _fields = new(() => [.. accesses.Value.Select(field => (field.Name, Expression.Lambda<Func<object, object?>>(Expression.Convert(field.Access, typeof(object)), e).Compile()))]);
        _writeContent = new(() =>
        {
            var bytes = Expression.Parameter(typeof(CanonicalBytes));
            var writes = accesses.Value.Select(field => Write(bytes, field.Access));
            return Expression.Lambda<Action<CanonicalBytes, object>>(Expression.Block(typeof(void), [.. writes, Expression.Empty()]), bytes, e).Compile();
        });
    }

    internal IReadOnlyDictionary<string, object?> Fields(object? e) => e is null ? new Dictionary<string, object?>() : _fields.Value.ToDictionary(field => field.Name, field => field.Get(e));

    internal void WriteContent(CanonicalBytes bytes, object? e)
    {
        if (e is null) bytes.Null();
        else _writeContent.Value(bytes, e);
    }

    private static List<(string Name, Expression Access)> Accesses(Type type, IReadOnlyCollection<string> members, Expression e)
    {
        if (ContentShape.Of(type).Kind != ContentKind.Structure) return HasContent(type) ? [("Value", e)] : [];
        var all = members.Contains("*");
        return
        [
            .. ContentShape.MembersOf(type)
                .Where(member => (all || members.Contains(member.Name)) && HasContent(ContentShape.TypeOf(member)))
                .Select(member => (member.Name, (Expression)Expression.MakeMemberAccess(e, member))),
        ];
    }

    private static bool HasContent(Type type)
    {
        try
        {
            ContentVerifier.Verify(type);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private static MethodCallExpression Write(Expression bytes, Expression value) =>
        Expression.Call(typeof(ContentWriter<>).MakeGenericType(value.Type).GetMethod(nameof(ContentWriter<int>.Write), BindingFlags.Static | BindingFlags.NonPublic)!, bytes, value);
}
