using System.Net;

namespace DetectionKit.Simulator.Population;

/// <summary>Networks that destinations are drawn from. Real allocations, so that address enrichment sees the right kind of provider.</summary>
public static class ProviderNetworks
{
    /// <summary>Google (AS15169).</summary>
    public static ProviderNetwork Google { get; } = Range("Google", DestinationKind.Saas, "142.250.0.0/15", "2607:f8b0::/32");

    /// <summary>Microsoft (AS8075).</summary>
    public static ProviderNetwork Microsoft { get; } = Range("Microsoft", DestinationKind.Saas, "20.184.0.0/13", "2603:1000::/24");

    /// <summary>Amazon Web Services (AS16509).</summary>
    public static ProviderNetwork Amazon { get; } = Range("Amazon", DestinationKind.Saas, "52.92.0.0/14", "2600:1f00::/24");

    /// <summary>GitHub (AS36459).</summary>
    public static ProviderNetwork GitHub { get; } = Range("GitHub", DestinationKind.Saas, "140.82.112.0/20", null);

    /// <summary>Dropbox (AS19679).</summary>
    public static ProviderNetwork Dropbox { get; } = Range("Dropbox", DestinationKind.Saas, "162.125.0.0/16", "2620:100:6000::/36");

    /// <summary>Cloudflare (AS13335).</summary>
    public static ProviderNetwork Cloudflare { get; } = Range("Cloudflare", DestinationKind.Cdn, "104.16.0.0/13", "2606:4700::/32");

    /// <summary>Akamai (AS20940).</summary>
    public static ProviderNetwork Akamai { get; } = Range("Akamai", DestinationKind.Cdn, "23.32.0.0/11", "2600:1400::/24");

    /// <summary>Fastly (AS54113).</summary>
    public static ProviderNetwork Fastly { get; } = Range("Fastly", DestinationKind.Cdn, "151.101.0.0/16", "2a04:4e40::/32");

    /// <summary>DigitalOcean (AS14061).</summary>
    public static ProviderNetwork DigitalOcean { get; } = Range("DigitalOcean", DestinationKind.Hosting, "164.90.128.0/17", "2a03:b0c0::/32");

    /// <summary>Hetzner (AS24940).</summary>
    public static ProviderNetwork Hetzner { get; } = Range("Hetzner", DestinationKind.Hosting, "65.108.0.0/16", "2a01:4f9::/32");

    /// <summary>Vultr (AS20473).</summary>
    public static ProviderNetwork Vultr { get; } = Range("Vultr", DestinationKind.Hosting, "45.76.0.0/16", "2001:19f0::/32");

    /// <summary>OVH (AS16276).</summary>
    public static ProviderNetwork Ovh { get; } = Range("OVH", DestinationKind.Hosting, "51.68.0.0/16", "2001:41d0::/32");

    /// <summary>Linode, now Akamai Connected Cloud (AS63949).</summary>
    public static ProviderNetwork Linode { get; } = Range("Linode", DestinationKind.Hosting, "172.104.0.0/15", "2a01:7e00::/32");

    /// <summary>Comcast (AS7922).</summary>
    public static ProviderNetwork Comcast { get; } = Range("Comcast", DestinationKind.Residential, "73.0.0.0/8", "2601::/20");

    /// <summary>Deutsche Telekom (AS3320).</summary>
    public static ProviderNetwork DeutscheTelekom { get; } = Range("Deutsche Telekom", DestinationKind.Residential, "84.128.0.0/10", "2003::/19");

    /// <summary>The providers whose servers anyone can rent by the hour.</summary>
    public static IReadOnlyList<ProviderNetwork> Hosting { get; } = [DigitalOcean, Hetzner, Vultr, Ovh, Linode];

    /// <summary>What web pages come from, the more frequent ones more than once.</summary>
    public static IReadOnlyList<ProviderNetwork> Web { get; } =
        [Cloudflare, Cloudflare, Cloudflare, Akamai, Akamai, Fastly, Amazon, Amazon, Amazon, Google, Google, Microsoft, Hetzner, Ovh, DigitalOcean];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProviderNetwork> All { get; } =
        [Google, Microsoft, Amazon, GitHub, Dropbox, Cloudflare, Akamai, Fastly, .. Hosting, Comcast, DeutscheTelekom];

    /// <summary>The network of a provider.</summary>
    /// <param name="provider">The provider's name, ignoring case.</param>
    /// <returns>The network; null when there is none.</returns>
    public static ProviderNetwork? Find(string provider) => All.FirstOrDefault(n => string.Equals(n.Provider, provider, StringComparison.OrdinalIgnoreCase));

    private static ProviderNetwork Range(string provider, DestinationKind kind, string network, string? network6) =>
        new(provider, kind, IPNetwork.Parse(network), network6 is null ? null : IPNetwork.Parse(network6));
}
