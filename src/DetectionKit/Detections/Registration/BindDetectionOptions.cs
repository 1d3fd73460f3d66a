using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DetectionKit;

/// <summary>Binds options to their section. What is wrong there counts as a failed validation, so that a host tells it with all else that is wrong at start.</summary>
internal sealed class BindDetectionOptions<TOptions>(string optionsName, IConfigurationSection? section) : IConfigureNamedOptions<TOptions>
    where TOptions : class
{
    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, TOptions options)
    {
        if (section is null || name != optionsName) return;
        try
        {
            DetectionOptionsBinder.Bind(section, options);
        }
        catch (DetectionOptionsException e)
        {
            throw new OptionsValidationException(optionsName, typeof(TOptions), e.Errors);
        }
    }
}
