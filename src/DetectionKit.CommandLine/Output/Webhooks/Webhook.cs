using System.Net;
using System.Text;
using Polly;
using Polly.Retry;

namespace DetectionKit.CommandLine.Output.Webhooks;

/// <summary>Posts JSON to an address, and tries again what may yet succeed: no connection, no answer in time, 408, 429 and 5xx. Once one was given up, each that follows is tried once, until one succeeds.</summary>
internal sealed class Webhook : IDisposable
{
    private readonly WebhookSettings _settings;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<HttpResponseMessage> _retrying;
    private bool _isDown;

    internal Webhook(WebhookSettings settings)
    {
        _settings = settings;
        _client = new() { Timeout = settings.Timeout };
        foreach (var (name, value) in settings.Headers) _client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        _retrying = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = settings.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = settings.FirstDelay,
            MaxDelay = settings.LongestDelay,
            ShouldHandle = outcome => ValueTask.FromResult(!outcome.Context.CancellationToken.IsCancellationRequested && MaySucceedYet(outcome.Outcome)),
            DelayGenerator = retry => ValueTask.FromResult(Asked(retry.Outcome.Result)),
            OnRetry = retry =>
            {
                retry.Outcome.Result?.Dispose();
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Posts an object.</summary>
    /// <param name="key">The same for the same object: a receiver can tell that it has it.</param>
    /// <param name="json">The object.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    /// <returns>Null when it was delivered, else why not.</returns>
    internal async Task<string?> TryPostAsync(string key, string json, CancellationToken cancellationToken)
    {
        try
        {
            using var response = _isDown ? await PostAsync(key, json, cancellationToken).ConfigureAwait(false)
                : await _retrying.ExecuteAsync(async token => await PostAsync(key, json, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            _isDown = MaySucceedYet(Outcome.FromResult(response));
            return response.IsSuccessStatusCode ? null : FormattableString.Invariant($"{(int)response.StatusCode} {response.ReasonPhrase}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            _isDown = true;
            return cancellationToken.IsCancellationRequested ? "the run was cancelled" : e is OperationCanceledException ? FormattableString.Invariant($"no answer within {_settings.Timeout.TotalSeconds:0.###} s") : e.Message;
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string key, string json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _settings.Address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static bool MaySucceedYet(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or OperationCanceledException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    // What the server asks for, within bounds; null for the usual delay.
    private TimeSpan? Asked(HttpResponseMessage? response) => response?.Headers.RetryAfter?.Delta is { } asked ? (asked < _settings.LongestDelay ? asked : _settings.LongestDelay) : null;
}
