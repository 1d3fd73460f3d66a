using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Sources.Members;

/// <summary>Makes events of the values of some of their members: what is read of them, and nothing else.</summary>
/// <param name="create">Makes one without values; null where a constructor takes some.</param>
/// <param name="constructor">The constructor, where nothing makes one without values.</param>
internal sealed class EventMaker<T>(Func<T>? create, ConstructorInfo? constructor)
{
    private readonly ParameterExpression _getters = Expression.Parameter(typeof(Delegate[]), "getters");
    private readonly ParameterExpression _row = Expression.Parameter(typeof(int), "row");

    /// <summary>Makes an event of a row of columns, by what gives the value of each from the row's number; null where some member can't be given a value.</summary>
    /// <param name="members">The columns' members.</param>
    public Func<Delegate[], int, T>? Of(string[] members)
    {
        if (create is null && constructor is null) return null;
        MemberInfo?[] found = [.. members.Select(member => EventMember.Find(typeof(T), member))];
        var parameters = create is null ? constructor!.GetParameters() : [];
        var sources = parameters.Select(parameter => Array.FindIndex(members, member => member.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))).ToArray();
        int[] rest = [.. Enumerable.Range(0, members.Length).Except(sources)];
        if (!rest.All(i => IsSettable(found[i]))) return null;

        // Evidence may ask for none, and most sources for some only after a while.
        var make = new Lazy<Func<Delegate[], int, T>>(() => Compile(found, parameters, sources, rest));
        return (getters, row) => make.Value(getters, row);
    }

    private static bool IsSettable(MemberInfo? member) => member is PropertyInfo { SetMethod: not null } or FieldInfo { IsInitOnly: false };

    // That of a generated contract refuses a member that can only be set at the beginning.
    private Func<Delegate[], int, T> Compile(MemberInfo?[] members, ParameterInfo[] parameters, int[] sources, int[] rest)
    {
        var made = Expression.Variable(typeof(T), "made");
        var arguments = parameters.Select((parameter, i) => sources[i] >= 0 ? Converted(ValueOf(members[sources[i]]!, sources[i]), parameter.ParameterType) : Missing(parameter));
        Expression begun = create is null ? Expression.New(constructor!, arguments) : Expression.Invoke(Expression.Constant(create));
        var sets = rest.Select(i => Expression.Assign(Expression.MakeMemberAccess(made, members[i]!), ValueOf(members[i]!, i)));
        return Expression.Lambda<Func<Delegate[], int, T>>(Expression.Block([made], [Expression.Assign(made, begun), .. sets, made]), _getters, _row).Compile();
    }

    private InvocationExpression ValueOf(MemberInfo member, int column) =>
        Expression.Invoke(Expression.Convert(Expression.ArrayIndex(_getters, Expression.Constant(column)), typeof(Func<,>).MakeGenericType(typeof(int), EventMember.TypeOf(member))), _row);

    private static Expression Converted(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);

    private static Expression Missing(ParameterInfo parameter) =>
        parameter is { HasDefaultValue: true, DefaultValue: { } value } ? Converted(Expression.Constant(value), parameter.ParameterType) : Expression.Default(parameter.ParameterType);
}
