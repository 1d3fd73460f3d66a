using System.Text;
using System.Threading.Channels;

namespace DetectionKit.CommandLine.Output.Webhooks;

/// <summary>
/// Posts every alert to a webhook, one request an alert and in their order, beside what another writer makes of them. What can't be delivered goes to the dead-letter file, a line each, and nothing is lost:
/// a run waits when many are due, and at its end until all are delivered or set aside.
/// </summary>
internal sealed class WebhookWriter : IAlertWriter
{
    private const int MostDue = 1_000;
    private readonly IAlertWriter _inner;
    private readonly WebhookSettings _settings;
    private readonly TextWriter _error;
    private readonly Webhook _webhook;
    private readonly Channel<(string Key, string Json)> _due = Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(MostDue) { SingleReader = true });
    private readonly Task _delivery;
    private StreamWriter? _deadLetters;
    private long _undelivered;
    private long _written;
    private string? _why;

    internal WebhookWriter(IAlertWriter inner, WebhookSettings settings, TextWriter error, CancellationToken cancellationToken)
    {
        (_inner, _settings, _error) = (inner, settings, error);
        var isNew = !File.Exists(settings.DeadLetter);
        OutputFile.Create(settings.DeadLetter, "--dead-letter", append: true).Dispose();
        if (isNew) File.Delete(settings.DeadLetter);
        _webhook = new(settings);
        _delivery = Task.Run(() => DeliverAsync(cancellationToken), CancellationToken.None);
    }

    public void Write(Alert alert)
    {
        _inner.Write(alert);
        _written++;
        var text = new StringWriter();
        using (var json = new JsonText(text))
        {
            AlertJson.Write(json.Writer, alert);
            json.EndLine();
        }

        var due = ($"{alert.Id}-{alert.Revision}", text.ToString().TrimEnd('\n'));
        if (!_due.Writer.TryWrite(due)) _due.Writer.WriteAsync(due).AsTask().GetAwaiter().GetResult();
    }

    public void Complete(bool succeeded)
    {
        _due.Writer.Complete();
        _delivery.GetAwaiter().GetResult();
        _webhook.Dispose();
        _deadLetters?.Dispose();
        _inner.Complete(succeeded);
        if (_undelivered > 0) _error.WriteLine(FormattableString.Invariant($"  {_undelivered} of {_written} alerts could not be delivered to {_settings.Address} ({_why}): they are in {_settings.DeadLetter}."));
    }

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        await foreach (var (key, json) in _due.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (await _webhook.TryPostAsync(key, json, cancellationToken).ConfigureAwait(false) is not { } why) continue;
            (_undelivered, _why) = (_undelivered + 1, _why ?? why);
            try
            {
                _deadLetters ??= new StreamWriter(_settings.DeadLetter, append: true, new UTF8Encoding(false)) { AutoFlush = true };
                await _deadLetters.WriteLineAsync(json).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await _error.WriteLineAsync($"  --dead-letter {_settings.DeadLetter}: {e.Message} The alert: {json}").ConfigureAwait(false);
            }
        }
    }
}
