namespace DetectionKit;

/// <summary>The name of a row's type for people.</summary>
internal static class TypeText
{
    /// <summary>The type's name; an anonymous type's rows are just rows.</summary>
    internal static string Of(Type type)
    {
        if (ExpressionTrees.IsAnonymous(type)) return "rows";
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Of(value)}?";
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : type.Name;
    }
}
