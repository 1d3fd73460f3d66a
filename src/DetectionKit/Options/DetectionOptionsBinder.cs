using Microsoft.Extensions.Configuration;

namespace DetectionKit;

/// <summary>
/// Binds a detection's options to configuration, strictly. A list replaces its default; <c>Name:Add</c> and <c>Name:Remove</c> add to it and take from it
/// (taking before adding). A list is children (<c>Name:0</c>, <c>Name:1</c>, a JSON array) or one value with commas between items; an empty value is an
/// empty list, and a value wins over children, so that a later provider can replace a whole list. An unknown key is an error that names the nearest
/// known one. Keys ignore case; values are read in the invariant culture.
/// </summary>
/// <remarks>
/// Options are public properties that can be set or initialised: texts, booleans, numbers, enums, durations (<c>90m</c>, <c>1h</c>, <c>01:00:00</c>),
/// times (UTC when they name no zone), any <see cref="IParsable{TSelf}"/>, any <see cref="IOptionList{TSelf}"/>, lists and sets of scalars, and
/// objects of such properties.
/// </remarks>
public static class DetectionOptionsBinder
{
    /// <summary>Sets what the section configures, and nothing when anything in it is wrong.</summary>
    /// <param name="section">The section whose children are the options.</param>
    /// <param name="options">The options, holding their defaults.</param>
    /// <exception cref="DetectionOptionsException">The section holds an unknown key or a value that can't be read; all such are listed.</exception>
    public static void Bind(IConfiguration section, object options)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(options);
        new OptionsBinding().Bind(section, options);
    }

    /// <summary>Makes options of their defaults and what the section configures.</summary>
    /// <param name="section">The section whose children are the options; null leaves the defaults.</param>
    /// <exception cref="DetectionOptionsException">The section holds an unknown key or a value that can't be read; all such are listed.</exception>
    public static TOptions Bind<TOptions>(IConfiguration? section)
        where TOptions : class, new()
    {
        var options = new TOptions();
        if (section is not null) Bind(section, options);
        return options;
    }
}
