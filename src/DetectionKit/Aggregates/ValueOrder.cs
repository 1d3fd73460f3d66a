using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>The order of values in Min, Max and kept lists: text ordinal, comparable types as they compare, all else by canonical bytes.</summary>
internal static class ValueOrder<T>
{
    internal static IComparer<T> Comparer { get; } =
        typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal
        : typeof(IComparable<T>).IsAssignableFrom(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) || Nullable.GetUnderlyingType(typeof(T)) is not null || typeof(T).IsEnum ? Comparer<T>.Default
        : ContentOrder<T>.Instance;
}
