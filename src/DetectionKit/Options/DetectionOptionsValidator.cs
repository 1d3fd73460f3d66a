using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace DetectionKit;

/// <summary>
/// Checks the values of options by their <see cref="ValidationAttribute"/>s, on properties and on classes, and by <see cref="IValidatableObject"/>;
/// nested groups of options too. Unlike <see cref="Validator"/> it tells everything that is wrong at once, with the value that is.
/// </summary>
public static class DetectionOptionsValidator
{
    private static readonly ConcurrentDictionary<Type, Rules> s_rules = new();

    /// <summary>Everything that is wrong, one message each, such as <c>vps-beaconing: MinConnections is 0; it must lie between 1 and 1000.</c></summary>
    /// <param name="options">The options.</param>
    /// <param name="detection">The id of the detection they belong to: each message begins with it.</param>
    /// <returns>The messages; none when all is right.</returns>
    public static IReadOnlyList<string> Validate(object options, string detection)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(detection);
        var messages = new List<string>();
        ValidateGroup(options, "", messages, new(ReferenceEqualityComparer.Instance));
        return messages.ConvertAll(m => $"{detection}: {m}");
    }

    /// <summary>Throws when anything is wrong.</summary>
    /// <inheritdoc cref="Validate" path="/param"/>
    /// <exception cref="DetectionOptionsException">Something is; all of it is listed.</exception>
    public static void ThrowIfInvalid(object options, string detection)
    {
        var messages = Validate(options, detection);
        if (messages.Count > 0) throw new DetectionOptionsException(messages);
    }

    private static void ValidateGroup(object group, string path, List<string> messages, HashSet<object> seen)
    {
        if (!seen.Add(group)) return;
        var context = new ValidationContext(group);
        var rules = s_rules.GetOrAdd(group.GetType(), static type => RulesOf(type));
        foreach (var (property, own) in rules.Properties)
        {
            var value = property.GetValue(group);
            context.MemberName = context.DisplayName = path + property.Name;
            foreach (var rule in own)
            {
                if (rule.GetValidationResult(value, context) is { } wrong) messages.Add(ValidationMessage.Of(context.DisplayName, value, rule, wrong));
            }
        }

        context.MemberName = null;
        context.DisplayName = group.GetType().Name;
        foreach (var rule in rules.Whole) Add(rule.GetValidationResult(group, context));
        if (group is IValidatableObject validatable)
        {
            foreach (var wrong in validatable.Validate(context)) Add(wrong);
        }

        foreach (var nested in OptionProperty.Of(group.GetType()).Where(p => p.IsGroup))
        {
            if (nested.Get(group) is { } value && OptionProperty.Of(value.GetType()).Count > 0) ValidateGroup(value, $"{path}{nested.Name}:", messages, seen);
        }

        void Add(ValidationResult? wrong)
        {
            if (wrong is not null && wrong != ValidationResult.Success) messages.Add(ValidationMessage.Of(path, group.GetType(), wrong));
        }
    }

    // Attributes are read once for a class: each run begins with a check of its options.
    private static Rules RulesOf(Type type) => new(
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Select(property => (property, property.GetCustomAttributes<ValidationAttribute>(inherit: true).ToArray()))
            .Where(property => property.Item2.Length > 0)],
        [.. type.GetCustomAttributes<ValidationAttribute>(inherit: true)]);

    private sealed record Rules(IReadOnlyList<(PropertyInfo Property, ValidationAttribute[] Own)> Properties, ValidationAttribute[] Whole);
}
