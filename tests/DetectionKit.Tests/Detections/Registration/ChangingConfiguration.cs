using Microsoft.Extensions.Configuration;

namespace DetectionKit.Tests.Detections.Registration;

/// <summary>Configuration that a test changes while it is in use.</summary>
internal sealed class ChangingConfiguration
{
    internal ChangingConfiguration(params (string Key, string? Value)[] values) =>
        Root = new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();

    internal IConfigurationRoot Root { get; }

    internal void Change(string key, string? value)
    {
        Root[key] = value;
        Root.Reload();
    }
}
