using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DetectionKit;

/// <summary>Registers the options of a detection: bound, validated at start, following the configuration.</summary>
internal sealed class OptionsRegistration(IServiceCollection services, IConfiguration? root) : IDetectionVisitor<IServiceCollection>
{
    public IServiceCollection Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
        where TOptions : class, new()
    {
        var id = detection.Info.Id;

        // A detection without options still has a section whose keys can be wrong; there are many such, so each has a name of its own.
        var name = typeof(TOptions) == typeof(NoOptions) ? id : Options.DefaultName;
        services.AddSingleton<IConfigureOptions<TOptions>>(provider => new BindDetectionOptions<TOptions>(name, SectionOf(provider, id)));
        services.AddSingleton<IValidateOptions<TOptions>>(new ValidateDetectionOptions<TOptions>(id, name));
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(provider => new SectionChangeTokenSource<TOptions>(name, SectionOf(provider, id)));
        services.TryAddSingleton<IOptionsFactory<TOptions>, LastGoodOptionsFactory<TOptions>>();
        services.AddOptionsWithValidateOnStart<TOptions>(name);
        return services;
    }

    private IConfigurationSection? SectionOf(IServiceProvider provider, string id) =>
        (root ?? provider.GetService<IConfiguration>())?.GetSection(ConfigurationPath.Combine(DetectionKitBuilder.SectionName, id));
}
