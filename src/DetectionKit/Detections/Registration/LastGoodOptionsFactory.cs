using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace DetectionKit;

/// <summary>
/// Makes options as the stock factory does, but where a change of configuration makes them invalid it gives the last good ones again: a running detection goes on. The first
/// ones, at start, must be valid.
/// </summary>
internal sealed class LastGoodOptionsFactory<TOptions>(
    IEnumerable<IConfigureOptions<TOptions>> configures, IEnumerable<IPostConfigureOptions<TOptions>> postConfigures, IEnumerable<IValidateOptions<TOptions>> validations, OptionsReloadReport report)
    : IOptionsFactory<TOptions>
    where TOptions : class
{
    private readonly OptionsFactory<TOptions> _factory = new(configures, postConfigures, validations);
    private readonly ConcurrentDictionary<string, TOptions> _lastGood = new(StringComparer.Ordinal);

    public TOptions Create(string name)
    {
        try
        {
            return _lastGood[name] = _factory.Create(name);
        }
        catch (OptionsValidationException e) when (_lastGood.TryGetValue(name, out var good))
        {
            report.Add(new(typeof(TOptions), [.. e.Failures]));
            return good;
        }
    }
}
