using System.Net;
using System.Reflection;
using CsCheck;

namespace DetectionKit.Tests.Aggregates;

/// <summary>Every aggregate of the SDK, found by reflection: a new one is held to the laws, or the tests say what they lack to try it.</summary>
internal static class ShippedAggregates
{
    internal sealed record Pair(string? Name, int? Number, IPAddress? Address);

    private static readonly Type[] s_valueTypes = [typeof(string), typeof(int), typeof(long?), typeof(double), typeof(decimal), typeof(DateTimeOffset), typeof(IPAddress), typeof(Guid), typeof(DayOfWeek), typeof((string, int)), typeof(Pair)];

    private static readonly Dictionary<Type, object> s_values = new()
    {
        [typeof(NoValue)] = Gen.Const(default(NoValue)),
        [typeof(string)] = Gen.OneOf<string?>(Gen.OneOf<string?>(null, "", "a", "B", "\0", "\ud800"), Gen.String.Select(s => (string?)s)),
        [typeof(int)] = Gen.OneOf(Gen.Int, Gen.Int[-3, 3]),
        [typeof(long?)] = Gen.OneOf<long?>(Gen.OneOf<long?>(null, long.MaxValue / 128, long.MinValue / 128), Gen.Long[-3, 3].Select(n => (long?)n)),
        [typeof(double)] = Gen.OneOf(Gen.OneOf(0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon), Gen.Double[-2, 2], Gen.OneOf(1.0, 2, 3)),
        [typeof(double?)] = Gen.OneOf<double?>(Gen.OneOf<double?>(null, 1e16, -1e16, 1, 0.1, -0.0, 1e9 + 1, 1e300, -1e300, double.Epsilon), Gen.Double[-10, 10].Select(n => (double?)n)),
        [typeof(decimal)] = Gen.OneOf(Gen.OneOf(0m, 1.0m, 1.00m, -0.3m), Gen.Int.Select(n => n / 7m)),
        [typeof(decimal?)] = Gen.OneOf<decimal?>(Gen.OneOf<decimal?>(null, -1.3m, 0.0000000000000000000000000001m, 1e24m), Gen.Int.Select(n => (decimal?)(n / 7m))),
        [typeof(DateTimeOffset)] = Gen.Select(Gen.Long[0, 5], Gen.OneOf(0, 2), (ticks, hours) => DateTimeOffset.UnixEpoch.AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours))),
        [typeof(IPAddress)] = Gen.OneOf<IPAddress?>(null, IPAddress.Loopback, IPAddress.Parse("192.0.2.1"), IPAddress.Parse("2001:db8::1"), IPAddress.IPv6Loopback),
        [typeof(Guid)] = Gen.OneOf(Guid.Empty, new Guid(1, 0, 0, new byte[8]), new Guid(256, 0, 0, new byte[8])),
        [typeof(DayOfWeek)] = Gen.OneOf(DayOfWeek.Monday, DayOfWeek.Sunday, DayOfWeek.Friday),
        [typeof((string, int))] = Gen.Select(Gen.OneOf("a", "b"), Gen.Int[0, 3]),
        [typeof(Pair)] = Gen.Select(Gen.OneOf<string?>("a", null, ""), Gen.OneOf<int?>(1, null), Gen.OneOf<IPAddress?>(IPAddress.Loopback, null), (name, number, address) => (Pair?)new Pair(name, number, address)),
    };

    private static readonly Dictionary<Type, object> s_parameters = new() { [typeof(double)] = 0.3, [typeof(int)] = 3 };

    internal static IEnumerable<Type> Types => typeof(IAggregate<,,>).Assembly.GetTypes()
        .Where(type => !type.IsInterface && !type.IsAbstract && type.GetInterfaces().Any(IsAggregate));

    internal static IEnumerable<MethodInfo> Methods => typeof(IAggregate<,,>).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public)).Where(method => method.IsDefined(typeof(AggregateAttribute)));

    /// <summary>The laws of each aggregate, an open one over values of every kind.</summary>
    internal static IEnumerable<(string Name, AggregateLaws Laws)> All => Types
        .SelectMany(type => type.IsGenericTypeDefinition ? s_valueTypes.Where(value => Fits(type, value)).Select(value => type.MakeGenericType(value)) : [type])
        .Select(type => ($"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(value => Nullable.GetUnderlyingType(value)?.Name + value.Name))}>", LawsOf(type)));

    private static bool IsAggregate(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAggregate<,,>);

    private static bool Fits(Type open, Type value)
    {
        open.GetGenericArguments().Length.ShouldBe(1, $"{open.Name} has other type parameters than one: teach {nameof(ShippedAggregates)} to close it.");
        return value is not null;
    }

    private static AggregateLaws LawsOf(Type type)
    {
        var types = type.GetInterfaces().Single(IsAggregate).GetGenericArguments();
        s_values.ShouldContainKey(types[0], $"{type.Name} takes values of {types[0].Name}: add some to {nameof(ShippedAggregates)}.");
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        var parameters = constructor?.GetParameters().Select(parameter => s_parameters.TryGetValue(parameter.ParameterType, out var value)
            ? value : throw new ShouldAssertException($"{type.Name} takes a {parameter.ParameterType.Name}: add one to {nameof(ShippedAggregates)}.")).ToArray() ?? [];
        return (AggregateLaws)typeof(ShippedAggregates).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod([type, .. types]).Invoke(null, [parameters])!;
    }

    private static AggregateLaws Make<TAggregate, TValue, TState, TResult>(object[] parameters)
        where TAggregate : IAggregate<TValue, TState, TResult>
        where TState : struct =>
        new AggregateLaws<TAggregate, TValue, TState, TResult>(() => (TAggregate)Activator.CreateInstance(typeof(TAggregate), parameters)!, (Gen<TValue>)s_values[typeof(TValue)]);
}
