using System.Reflection;
using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Generation;

/// <summary>Options near to given ones: what a rule does at one setting may say nothing of a change that shows at another.</summary>
internal static class OptionVariants
{
    /// <summary>The default options of a detection, then those near to them that it can be run with.</summary>
    internal static IEnumerable<object> Valid(Detection detection) => Near(Activator.CreateInstance(detection.OptionsType)!).Where((options, i) => i == 0 || CanRun(detection, options));

    /// <summary>Whether a detection can be run with options.</summary>
    internal static bool CanRun(Detection detection, object options) => detection.Accept(new Validation(options));

    /// <summary>The options themselves, then copies with one number one greater, one smaller or doubled, one switch turned, or another choice made.</summary>
    internal static IEnumerable<object> Near(object options)
    {
        yield return options;
        foreach (var property in Settable(options.GetType()))
        {
            foreach (var value in Others(property.GetValue(options))) yield return With(options, property, value);
        }
    }

    /// <summary>A copy with one option changed.</summary>
    internal static object With(object options, PropertyInfo property, object? value)
    {
        var copy = Activator.CreateInstance(options.GetType())!;
        foreach (var known in Settable(options.GetType())) known.SetValue(copy, known.GetValue(options));
        property.SetValue(copy, value);
        return copy;
    }

    /// <summary>The options that can be read and set.</summary>
    internal static IEnumerable<PropertyInfo> Settable(Type options) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p is { CanRead: true, CanWrite: true } && p.GetIndexParameters().Length == 0);

    private sealed class Validation(object options) : IDetectionVisitor<bool>
    {
        public bool Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
            where TOptions : class, new()
        {
            try
            {
                return detection.Start((TOptions)options) is not null;
            }
            catch (DetectionOptionsException)
            {
                return false;
            }
        }
    }

    private static IEnumerable<object?> Others(object? value) => value switch
    {
        bool truth => [!truth],
        Enum choice => [.. Enum.GetValues(choice.GetType()).Cast<object>().Where(other => !other.Equals(choice))],
        not null when SampleValue.IsNumber(value.GetType()) => new[] { SampleValue.ToNumber(value) + 1, SampleValue.ToNumber(value) - 1, SampleValue.ToNumber(value) * 2 }.Select(near => SampleValue.FromNumber(near, value.GetType())),
        _ => [],
    };
}
