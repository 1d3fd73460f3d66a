namespace DetectionKit;

/// <summary>The options that an explanation is made under.</summary>
internal static class OptionsInForce
{
    /// <summary>The given options, or the defaults; checked as a run checks them.</summary>
    /// <exception cref="ArgumentException">The options are another detection's.</exception>
    /// <exception cref="DetectionOptionsException">They are not valid.</exception>
    internal static TOptions Of<TAlert, TOptions>(Detection<TAlert, TOptions> detection, object? options)
        where TOptions : class, new()
    {
        var typed = options switch
        {
            null => new TOptions(),
            TOptions own => own,
            _ => throw new ArgumentException($"{detection.Info.Id} takes {typeof(TOptions).Name}, not {options.GetType().Name}: pass its own options, or null for the defaults.", nameof(options)),
        };
        DetectionOptionsValidator.ThrowIfInvalid(typed, detection.Info.Id);
        return typed;
    }
}
