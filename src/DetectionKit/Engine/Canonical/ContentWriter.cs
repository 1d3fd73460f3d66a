using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>
/// Writes any value of a type as canonical bytes, through code built once per type: scalars directly; records, anonymous types, other classes
/// and structs by their public readable properties and fields in ordinal order of names; collections item by item, sets and dictionaries
/// ordered by their items' bytes.
/// </summary>
/// <typeparam name="T">The declared type: it settles the layout, so that one value always has one form under one type.</typeparam>
internal static class ContentWriter<T>
{
    private static Action<CanonicalBytes, T>? s_write;

    /// <summary>Writes a value.</summary>
    /// <exception cref="NotSupportedException">The type, or one within it, has no content that could be written.</exception>
    /// <exception cref="InvalidOperationException">Objects nest too deep, as in a cycle.</exception>
    internal static void Write(CanonicalBytes bytes, T value) => (s_write ??= Build())(bytes, value);

    /// <summary>Builds the writer, so that a type without content fails here and not at the first value.</summary>
    /// <exception cref="NotSupportedException">The type, or one within it, has no content that could be written; the message gives the path to it.</exception>
    internal static Action<CanonicalBytes, T> Prepare()
    {
        ContentVerifier.Verify(typeof(T));
        return s_write ??= Build();
    }

    private static Action<CanonicalBytes, T> Build()
    {
        var bytes = Expression.Parameter(typeof(CanonicalBytes), "bytes");
        var value = Expression.Parameter(typeof(T), "value");
        return Expression.Lambda<Action<CanonicalBytes, T>>(ContentExpression.Of(bytes, value), bytes, value).Compile();
    }
}
