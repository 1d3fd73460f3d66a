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

    /// <summary>
    /// Reads on several threads, as decompressing and decoding take more time than waiting for the disk. As long as they share the work block by block, whoever asks for batches takes part in it; where one
    /// has to do most of it in order, it is another one, a few batches ahead.
    /// </summary>
    public static async IAsyncEnumerable<EventBatch<T>> EnumerateAsync<T>(SourcePlan plan, EventReads<T>? reads, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var onThreads = plan.Context.Options.MaxDegreeOfParallelism > 1;
        Func<BatchProducer<T>> open = () => new BatchProducer<T>(plan, reads, onThreads, cancellationToken);
        if (onThreads && !plan.HasStandardInput)
        {
            await Elsewhere();
            var producer = open();
            var isOwn = true;
            try
            {
                while (producer.IsShared)
                {
                    if (!producer.TryNext(out var batch)) yield break;
                    yield return batch;
                    cancellationToken.ThrowIfCancellationRequested();

                    // A thread that has others waiting for it, such as that of a user interface, is not kept busy.
                    if (SynchronizationContext.Current is not null || TaskScheduler.Current != TaskScheduler.Default) await Elsewhere();
                }

                isOwn = false;
            }
            finally
            {
                if (isOwn) await producer.DisposeAsync().ConfigureAwait(false);
            }

            open = () => producer;
        }

        await foreach (var batch in Ahead(open, plan.HasStandardInput, cancellationToken).ConfigureAwait(false)) yield return batch;
    }

    /// <summary>To go on on a thread of the pool.</summary>
    private static ConfiguredTaskAwaitable Elsewhere() => Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    /// <summary>Reads on a thread of its own.</summary>
    /// <param name="open">Opens what makes the batches.</param>
    /// <param name="isLeft">Whether a read that is under way at the end is left to itself: one of standard input can't be broken off, and ends with the process, or with its next line.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    private static async IAsyncEnumerable<EventBatch<T>> Ahead<T>(Func<BatchProducer<T>> open, bool isLeft, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<EventBatch<T>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Factory.StartNew(
            () => Produce(open, channel.Writer, stop.Token),
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
            if (!isLeft) await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _ = reading.ContinueWith(_ => stop.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static void Produce<T>(Func<BatchProducer<T>> open, ChannelWriter<EventBatch<T>> writer, CancellationToken cancellationToken)
    {
        try
        {
            using var producer = open();
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
