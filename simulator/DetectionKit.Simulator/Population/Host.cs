namespace DetectionKit.Simulator.Population;

/// <summary>An endpoint with a sensor on it.</summary>
public sealed class Host
{
    internal Host()
    {
    }

    /// <summary>Its number in the organisation, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Its computer name.</summary>
    public required string Name { get; init; }

    /// <summary>The sensor's id on it (aid): 32 hexadecimal digits.</summary>
    public required string AgentId { get; init; }

    /// <summary>What it is for.</summary>
    public required HostRole Role { get; init; }

    /// <summary>Where it stands.</summary>
    public required Site Site { get; init; }

    /// <summary>Its own address (IPv4, private).</summary>
    public required string LocalAddress { get; init; }

    /// <summary>Its own IPv6 address, uncompressed as sensors write it; null where it has none.</summary>
    public required string? LocalAddress6 { get; init; }

    /// <summary>The person who works on it; on a server its service account.</summary>
    public required Account Owner { get; init; }

    /// <summary>The account of the operating system: the machine account on Windows, root on Linux.</summary>
    public required Account SystemAccount { get; init; }

    /// <summary>The restricted account that network services run as.</summary>
    public required Account ServiceAccount { get; init; }

    /// <summary>When its owner works.</summary>
    public required WorkDay WorkDay { get; init; }

    /// <summary>Whether the sensor was installed while services already ran, so that it never saw those start.</summary>
    public required bool SensorCameLate { get; init; }

    /// <summary>Whether it runs Windows.</summary>
    public bool IsWindows => Role != HostRole.LinuxServer;

    /// <summary>Whether a person works on it.</summary>
    public bool IsPersonal => Role is HostRole.Workstation or HostRole.DeveloperWorkstation;

    /// <summary>Its accounts, in a fixed order.</summary>
    public IReadOnlyList<Account> Accounts => [SystemAccount, ServiceAccount, Owner];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
