using Spectre.Console;

namespace DetectionKit.CommandLine.Progress;

/// <summary>Shows how far some work is, on standard error: live on a terminal, else a line every few seconds.</summary>
internal sealed class ProgressDisplay(TextWriter error, bool isLive)
{
    private static readonly TimeSpan s_lineInterval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_liveInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Does the work on another thread.</summary>
    /// <param name="work">The work.</param>
    /// <param name="line">How far it is, asked for now and then.</param>
    internal async Task WatchAsync(Func<Task> work, Func<string> line)
    {
        var task = Task.Run(work);
        if (isLive)
        {
            var console = AppConsole.Tables(error, isTerminal: true);
            await console.Status().StartAsync(Markup.Escape(line()), async status =>
            {
                while (!await EndsWithin(task, s_liveInterval).ConfigureAwait(false)) status.Status(Markup.Escape(line()));
            }).ConfigureAwait(false);
        }
        else
        {
            while (!await EndsWithin(task, s_lineInterval).ConfigureAwait(false)) await error.WriteLineAsync(line()).ConfigureAwait(false);
        }

        await task.ConfigureAwait(false);
    }

    private static async Task<bool> EndsWithin(Task task, TimeSpan time)
    {
        using var waiting = new CancellationTokenSource();
        var first = await Task.WhenAny(task, Task.Delay(time, waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        return first == task;
    }
}
