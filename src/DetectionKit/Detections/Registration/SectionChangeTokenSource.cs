using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DetectionKit;

/// <summary>Tells an options monitor when the configuration changes; without one it never does.</summary>
internal sealed class SectionChangeTokenSource<TOptions>(string name, IConfigurationSection? section) : IOptionsChangeTokenSource<TOptions>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => section?.GetReloadToken() ?? new CancellationChangeToken(CancellationToken.None);
}
