using System.Globalization;
using System.Linq.Expressions;
using System.Net;
using DetectionKit.Testing.Events;
using DetectionKit.Testing.Mutations;

namespace DetectionKit.Testing.Generation;

/// <summary>Values of an event's members that a condition may tell apart: those on both sides of each bound, and those that its lists and texts name.</summary>
internal static class MemberValues
{
    private const int FewConstants = 4;

    /// <summary>The members of an event that an expression reads.</summary>
    internal static IReadOnlyList<string> ReadBy(Expression expression, ParameterExpression e) =>
        [.. NodeFinder.Of(expression).OfType<MemberExpression>().Where(member => member.Expression == e).Select(member => member.Member.Name).Distinct()];

    /// <summary>The values of a member that are worth a try for a condition.</summary>
    internal static IReadOnlyList<object?> Of(string name, Type type, Expression condition, ParameterExpression e)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(bool)) return [true, false];
        if (plain.IsEnum) return [.. Enum.GetValues(plain).Cast<object>()];
        if (plain == typeof(DateTimeOffset)) return [.. Enumerable.Range(0, 24).Select(hour => (object)VirtualTime.Start.AddHours(hour)), .. Enumerable.Range(1, 6).Select(day => (object)VirtualTime.Start.AddDays(day))];

        var constants = Constants.In(condition);
        var values = constants.SelectMany(constant => Near(plain, constant, constants.Count > FewConstants)).ToList();
        if (plain == typeof(string) && NodeFinder.Of(condition).Any(node => node is MemberExpression { Member.Name: "Length", Expression: MemberExpression { Expression: { } owner } } && owner == e))
            values.AddRange(Constants.In(condition).OfType<int>().Where(length => length is > 0 and < 10_000).SelectMany(length => new[] { length - 1, length, length + 1 }).Select(length => new string('a', length)));
        if (!type.IsValueType || plain != type) values.Add(null);
        values.Add(SampleValue.Of(name, type));
        return [.. values.Distinct()];
    }

    private static IEnumerable<object?> Near(Type type, object constant, bool isOneOfMany)
    {
        if (SampleValue.IsNumber(type) && SampleValue.IsNumber(constant.GetType()))
        {
            var number = SampleValue.ToNumber(constant);
            return new[] { number, number - 1, number + 1 }.Select(value => SampleValue.FromNumber(value, type)).OfType<object>();
        }

        if (SampleValue.IsNumber(type) && constant is string written && double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var listed)) return SampleValue.FromNumber(listed, type) is { } one ? [one] : [];
        if (type == typeof(string) && constant is string item && isOneOfMany) return [item, @"C:\x\" + item, @"C:\x\y" + item];
        if (type == typeof(string) && constant is string text) return [text, @"C:\x\" + text, "x" + text, text + "x", "x" + text + "x", text.ToUpperInvariant()];
        if (type == typeof(string) && constant is char letter) return [letter.ToString(), $"x{letter}x"];
        if (type == typeof(IPAddress) && constant is string network) return Addresses(network);
        return type.IsInstanceOfType(constant) ? [constant, SampleValue.Other(constant, 1)] : [];
    }

    // A host of a network, or the address itself.
    private static IEnumerable<object?> Addresses(string item)
    {
        if (IPNetwork.TryParse(item, out var network)) return network.PrefixLength < network.BaseAddress.GetAddressBytes().Length * 8 ? [SampleValue.Other(network.BaseAddress, 1)] : [network.BaseAddress];
        return IPAddress.TryParse(item, out var address) ? [address] : [];
    }
}
