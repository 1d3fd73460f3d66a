namespace DetectionKit;

/// <summary>Finds interfaces such as <see cref="IParsable{TSelf}"/>, which a type implements for itself.</summary>
internal static class SelfInterface
{
    internal static bool IsImplementedBy(Type type, Type generic) =>
        Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == generic && i.GenericTypeArguments[0] == type);
}
