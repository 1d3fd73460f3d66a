namespace DetectionKit.Simulator.Population;

/// <summary>What a host is for; it decides which software runs on it.</summary>
public enum HostRole
{
    /// <summary>The machine of an office worker (Windows).</summary>
    Workstation,

    /// <summary>The machine of a developer (Windows).</summary>
    DeveloperWorkstation,

    /// <summary>An application or file server (Windows).</summary>
    WindowsServer,

    /// <summary>A domain controller, which is the site's DNS and time server too (Windows).</summary>
    DomainController,

    /// <summary>A Linux server.</summary>
    LinuxServer,
}
