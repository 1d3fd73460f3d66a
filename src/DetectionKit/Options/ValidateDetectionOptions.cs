using Microsoft.Extensions.Options;

namespace DetectionKit;

/// <summary>Runs <see cref="DetectionOptionsValidator"/> where Microsoft.Extensions.Options validates: at start, and at each change.</summary>
/// <typeparam name="TOptions">The options class.</typeparam>
/// <param name="detection">The id of the detection, which each message begins with.</param>
/// <param name="optionsName">The name of the options instance to check; null checks every one.</param>
public sealed class ValidateDetectionOptions<TOptions>(string detection, string? optionsName = null) : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (optionsName is not null && !string.Equals(optionsName, name, StringComparison.Ordinal)) return ValidateOptionsResult.Skip;
        var messages = DetectionOptionsValidator.Validate(options, detection);
        return messages.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(messages);
    }
}
