namespace DetectionKit.CommandLine.Output.Webhooks;

/// <summary>Where alerts are posted, and how often that is tried.</summary>
/// <param name="Address">The address, http or https.</param>
/// <param name="DeadLetter">The file that takes the alerts that could not be delivered.</param>
internal sealed record WebhookSettings(Uri Address, string DeadLetter)
{
    /// <summary>Headers that every request has, such as Authorization.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How often a delivery is tried again.</summary>
    internal int Retries { get; init; } = 5;

    /// <summary>How long the first retry waits, about; each other waits twice as long as the one before, with jitter.</summary>
    internal TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest that a retry waits, whatever the server asks for.</summary>
    internal TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one try may take.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads what the command line says.</summary>
    /// <exception cref="CommandException">It is no address or no header.</exception>
    internal static WebhookSettings Read(string address, string deadLetter, IEnumerable<string> headers)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) throw new CommandException($"--webhook {address}: write an address such as https://example.com/alerts.");
        return new(uri, deadLetter) { Headers = [.. headers.Select(Header)] };
    }

    private static KeyValuePair<string, string> Header(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        using var request = new HttpRequestMessage();
        return colon > 0 && request.Headers.TryAddWithoutValidation(text[..colon].Trim(), text[(colon + 1)..].Trim())
            ? new(text[..colon].Trim(), text[(colon + 1)..].Trim())
            : throw new CommandException($"--webhook-header {text}: write Name: value, such as 'Authorization: Bearer …'.");
    }
}
