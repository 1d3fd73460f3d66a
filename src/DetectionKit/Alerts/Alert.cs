namespace DetectionKit;

/// <summary>An alert, whatever its type. <see cref="Alert{T}"/> has the value with its type.</summary>
public abstract record Alert
{
    private protected Alert()
    {
    }

    /// <summary>The alert's id: the same for the same events on every run, machine and runtime. Revisions of an alert share it.</summary>
    public required string Id { get; init; }

    /// <summary>0 for the first alert of this id, then counted up.</summary>
    public int Revision { get; init; }

    /// <summary>Whether this is the last word.</summary>
    public AlertStatus Status { get; init; }

    /// <summary>The detection.</summary>
    public required DetectionInfo Detection { get; init; }

    /// <summary>The key.</summary>
    public required AlertKey Key { get; init; }

    /// <summary>The window.</summary>
    public required AlertWindow Window { get; init; }

    /// <summary>The tier, or null for a detection without tiers.</summary>
    public AlertTier? Tier { get; init; }

    /// <summary>What it rests on.</summary>
    public required AlertEvidence Evidence { get; init; }

    /// <summary>A hash of the options in force, to tell whether two alerts were made with the same ones.</summary>
    public required string OptionsHash { get; init; }

    /// <summary>The value, without its type.</summary>
    public abstract object? UntypedValue { get; }

    /// <summary>The alert on one line.</summary>
    public sealed override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Detection.Id} {Id} {Window.Start:yyyy-MM-ddTHH:mm:ssZ}/{Window.End:yyyy-MM-ddTHH:mm:ssZ}{(Tier is null ? "" : " " + Tier.Name)}{(Status == AlertStatus.Final && Revision == 0 ? "" : $" {Status} {Revision}")} {{{Key}}}: {UntypedValue}");
}
