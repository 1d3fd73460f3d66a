namespace DetectionKit.Networks;

/// <summary>Reads a list again whenever its file changes, until it is disposed.</summary>
public sealed class HostingNetworksWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly HostingNetworks _networks;
    private readonly Action<Exception>? _onError;

    /// <summary>Begins to watch.</summary>
    /// <param name="networks">A list that is in a file.</param>
    /// <param name="onError">Is told, on another thread, why a changed file could not be read; the list then stays as it was. Replace the file as a whole (write another, then rename it): one that is being written may be read in part.</param>
    /// <exception cref="ArgumentException">The list is in no file.</exception>
    public HostingNetworksWatcher(HostingNetworks networks, Action<Exception>? onError = null)
    {
        ArgumentNullException.ThrowIfNull(networks);
        var path = networks.Path ?? throw new ArgumentException($"{networks} is in no file, and can't change: watch a list of HostingNetworks.FromFile.", nameof(networks));
        (_networks, _onError) = (networks, onError);
        _watcher = new(Path.GetDirectoryName(path)!, Path.GetFileName(path));
        _watcher.Changed += OnChanged;
        _watcher.Created += OnChanged;
        _watcher.Renamed += OnChanged;
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Ends it; the list stays as it is.</summary>
    public void Dispose() => _watcher.Dispose();

    private void OnChanged(object sender, FileSystemEventArgs e)
    {
        try
        {
            _networks.Reload();
        }
        catch (FormatException refused)
        {
            _onError?.Invoke(refused);
        }
    }
}
