using System.Linq.Expressions;
using System.Net;
using System.Reflection;

namespace DetectionKit.Engine;

/// <summary>The types that one method of <see cref="CanonicalBytes"/> writes, and the type that each is widened to first.</summary>
internal static class ScalarContent
{
    private static readonly Dictionary<Type, (string Method, Type Argument)> s_methods = new()
    {
        [typeof(bool)] = (nameof(CanonicalBytes.Boolean), typeof(bool)),
        [typeof(char)] = (nameof(CanonicalBytes.Character), typeof(char)),
        [typeof(sbyte)] = (nameof(CanonicalBytes.Integer), typeof(long)),
        [typeof(short)] = (nameof(CanonicalBytes.Integer), typeof(long)),
        [typeof(int)] = (nameof(CanonicalBytes.Integer), typeof(long)),
        [typeof(long)] = (nameof(CanonicalBytes.Integer), typeof(long)),
        [typeof(nint)] = (nameof(CanonicalBytes.Integer), typeof(long)),
        [typeof(Int128)] = (nameof(CanonicalBytes.Integer), typeof(Int128)),
        [typeof(byte)] = (nameof(CanonicalBytes.Unsigned), typeof(ulong)),
        [typeof(ushort)] = (nameof(CanonicalBytes.Unsigned), typeof(ulong)),
        [typeof(uint)] = (nameof(CanonicalBytes.Unsigned), typeof(ulong)),
        [typeof(ulong)] = (nameof(CanonicalBytes.Unsigned), typeof(ulong)),
        [typeof(nuint)] = (nameof(CanonicalBytes.Unsigned), typeof(ulong)),
        [typeof(UInt128)] = (nameof(CanonicalBytes.Unsigned), typeof(UInt128)),
        [typeof(Half)] = (nameof(CanonicalBytes.Real), typeof(double)),
        [typeof(float)] = (nameof(CanonicalBytes.Real), typeof(double)),
        [typeof(double)] = (nameof(CanonicalBytes.Real), typeof(double)),
        [typeof(decimal)] = (nameof(CanonicalBytes.Decimal), typeof(decimal)),
        [typeof(string)] = (nameof(CanonicalBytes.Text), typeof(string)),
        [typeof(byte[])] = (nameof(CanonicalBytes.Bytes), typeof(byte[])),
        [typeof(DateTimeOffset)] = (nameof(CanonicalBytes.Instant), typeof(DateTimeOffset)),
        [typeof(DateTime)] = (nameof(CanonicalBytes.Instant), typeof(DateTime)),
        [typeof(DateOnly)] = (nameof(CanonicalBytes.Date), typeof(DateOnly)),
        [typeof(TimeOnly)] = (nameof(CanonicalBytes.Duration), typeof(TimeOnly)),
        [typeof(TimeSpan)] = (nameof(CanonicalBytes.Duration), typeof(TimeSpan)),
        [typeof(Guid)] = (nameof(CanonicalBytes.Guid), typeof(Guid)),
        [typeof(IPAddress)] = (nameof(CanonicalBytes.Address), typeof(IPAddress)),
        [typeof(Uri)] = (nameof(CanonicalBytes.Location), typeof(Uri)),
        [typeof(Version)] = (nameof(CanonicalBytes.Release), typeof(Version)),
    };

    internal static bool Has(Type type) => s_methods.ContainsKey(type);

    internal static Expression Write(ParameterExpression bytes, Expression value)
    {
        var (method, argument) = s_methods[value.Type];
        var target = typeof(CanonicalBytes).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic, [argument])!;
        return Expression.Call(bytes, target, value.Type == argument ? value : Expression.Convert(value, argument));
    }
}
