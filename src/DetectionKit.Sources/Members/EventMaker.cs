using System.Reflection;

namespace DetectionKit.Sources.Members;

/// <summary>Makes events of the values of some of their members, for evidence: what is read of them, and nothing else.</summary>
/// <param name="create">Makes one without values; null where a constructor takes some.</param>
/// <param name="constructor">The constructor, where nothing makes one without values.</param>
internal sealed class EventMaker<T>(Func<T>? create, ConstructorInfo? constructor)
{
    /// <summary>Makes an event of a row of columns, by what gives the value of each; null where some member can't be given a value.</summary>
    /// <param name="members">The names of the columns' members.</param>
    public Func<Func<int, object?>[], int, T>? Of(string[] members)
    {
        var setters = members.Select(SetterOf).ToArray();
        if (create is not null)
        {
            if (setters.Any(set => set is null)) return null;
            return (getters, row) =>
            {
                object made = create()!;
                for (var i = 0; i < members.Length; i++) setters[i]!(made, getters[i](row));
                return (T)made;
            };
        }

        if (constructor is null) return null;
        var parameters = constructor.GetParameters();
        var sources = parameters.Select(parameter => Array.FindIndex(members, member => member.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))).ToArray();
        var rest = Enumerable.Range(0, members.Length).Except(sources).ToArray();
        if (rest.Any(i => setters[i] is null)) return null;
        return (getters, row) =>
        {
            var made = constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. parameters.Select((parameter, i) => sources[i] >= 0 ? getters[sources[i]](row) : Missing(parameter))], null);
            foreach (var i in rest) setters[i]!(made, getters[i](row));
            return (T)made;
        };
    }

    // That of a generated contract refuses a member that can only be set at the beginning.
    private static Action<object, object?>? SetterOf(string member) => EventMember.Find(typeof(T), member) switch
    {
        PropertyInfo { SetMethod: not null } property => property.SetValue,
        FieldInfo field => field.SetValue,
        _ => null,
    };

    private static object? Missing(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
}
