using System.Globalization;
using Spectre.Console;

namespace DetectionKit.CommandLine.Output;

/// <summary>How tiers and numbers look in a table.</summary>
internal static class TierStyle
{
    private static readonly string[] s_colours = ["grey", "green", "yellow", "darkorange", "red"];

    /// <summary>The tier's label, in a colour by the rank of its value in its enum: the greatest is red.</summary>
    internal static string Markup(AlertTier? tier)
    {
        if (tier is null) return ValueText.Missing;
        var label = Spectre.Console.Markup.Escape(tier.Label);
        if (tier.Value is not Enum value) return label;
        var values = Enum.GetValuesAsUnderlyingType(value.GetType()).Cast<object>().Select(v => Convert.ToDecimal(v, CultureInfo.InvariantCulture)).Order().ToList();
        var below = values.Count - 1 - values.IndexOf(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        return $"[{s_colours[Math.Max(0, s_colours.Length - 1 - below)]}]{label}[/]";
    }

    internal static Justify AlignmentOf(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum ? Justify.Right : Justify.Left;
}
