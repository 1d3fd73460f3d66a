using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DetectionKit.Sources.Reading;

/// <summary>Batches as an enumerable and as an async stream, over one producer.</summary>
internal static class BatchStream
{
    // Enough for reading and detecting to overlap, little enough that a slow reader stops the producer.
    private const int BatchesAhead = 4;

    public static IEnumerable<EventBatch<T>> Enumerate<T>(SourcePlan plan, EventReads<T>? reads)
    {
        using var producer = new BatchProducer<T>(plan, reads);
        while (producer.TryNext(out var batch)) yield return batch;
    }

    /// <summary>Reads on other threads, as decompressing and decoding take more time than waiting for the disk.</summary>
    public static async IAsyncEnumerable<EventBatch<T>> EnumerateAsync<T>(SourcePlan plan, EventReads<T>? reads, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var channel = Channel.CreateBounded<EventBatch<T>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Factory.StartNew(
            () => Produce(plan, reads, channel.Writer, stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
        try
        {
            while (await channel.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (channel.Reader.TryRead(out var batch)) yield return batch;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);

            // A read of standard input can't be broken off: it is left to end with the process, or with its next line.
            if (!plan.HasStandardInput) await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _ = reading.ContinueWith(_ => stop.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static void Produce<T>(SourcePlan plan, EventReads<T>? reads, ChannelWriter<EventBatch<T>> writer, CancellationToken cancellationToken)
    {
        try
        {
            using var producer = new BatchProducer<T>(plan, reads, onThreads: plan.Context.Options.MaxDegreeOfParallelism > 1, cancellationToken);
            while (producer.TryNext(out var batch))
            {
                // The thread is its own, and may wait.
                if (!writer.TryWrite(batch)) writer.WriteAsync(batch, cancellationToken).AsTask().GetAwaiter().GetResult();
            }

            writer.TryComplete();
        }
        catch (Exception e)
        {
            // The reader of the channel meets it.
            writer.TryComplete(e);
        }
    }
}
