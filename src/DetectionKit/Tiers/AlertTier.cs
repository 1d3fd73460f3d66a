using System.Globalization;
using System.Reflection;

namespace DetectionKit;

/// <summary>The tier of an alert.</summary>
/// <param name="Name">Its name: the enum member's.</param>
/// <param name="Label">What is printed: the member's <see cref="TierLabelAttribute"/>, else the name.</param>
/// <param name="Value">The value itself.</param>
public sealed record AlertTier(string Name, string Label, object Value)
{
    /// <summary>The tier of a value.</summary>
    public static AlertTier Of(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var name = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        var label = value.GetType().IsEnum ? value.GetType().GetField(name)?.GetCustomAttribute<TierLabelAttribute>()?.Label : null;
        return new(name, label ?? name, value);
    }

    /// <summary>The label.</summary>
    public override string ToString() => Label;
}
