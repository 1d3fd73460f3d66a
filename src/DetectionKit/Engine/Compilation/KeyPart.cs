using System.Linq.Expressions;
using System.Net;

namespace DetectionKit.Engine;

/// <summary>One part of a key expression: its name, its value, and the column that turns values into codes.</summary>
internal sealed class KeyPart(string name, Expression value)
{
    internal string Name => name;

    internal Expression Value => value;

    internal Type CodeType => IsOwnCode(value.Type) ? value.Type : typeof(int);

    /// <summary>The type that compiled code knows the column by.</summary>
    internal Type ColumnType => typeof(KeyColumn<,>).MakeGenericType(value.Type, CodeType);

    /// <summary>Whether the values of a block are gathered and turned into codes together. Where that may fail for a single value, each is turned as it is read.</summary>
    internal bool IsEncodedByTheBlock => value.Type == typeof(string) || value.Type == typeof(IPAddress);

    internal KeyColumn MakeColumn() => (KeyColumn)Activator.CreateInstance(
        value.Type == typeof(string) ? typeof(TextColumn)
        : value.Type == typeof(IPAddress) ? typeof(AddressColumn)
        : (IsOwnCode(value.Type) ? typeof(ScalarColumn<>) : typeof(ContentColumn<>)).MakeGenericType(value.Type))!;

    private static bool IsOwnCode(Type type) =>
        type.IsValueType && ContentShape.Of(Nullable.GetUnderlyingType(type) ?? type).Kind is ContentKind.Scalar or ContentKind.Enumeration;
}
