using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Formats;

/// <summary>A decoder that finds the fields of its records with a scanner, so that another thread can do so before it.</summary>
internal interface IScanningDecoder<T>
{
    /// <summary>The scanner by which records are read whose events go to an output; null when they are read otherwise.</summary>
    RecordScanner? ScannerOf(EventOutput<T> output);

    /// <summary>Says which records come next, so that what they need can be fetched from memory together.</summary>
    /// <param name="block">The block that they are in.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many there are: <see cref="Columns.ExpectedRecords.Most"/> at most.</param>
    /// <param name="output">Where their events go.</param>
    void Expect(ScannedBlock block, int first, int count, EventOutput<T> output)
    {
    }

    /// <summary>
    /// Decodes records without regard to the ones before them, one after another, up to the first of which that can't be done: its event depends on others, others depend on it, or it is to be reported. Of that one nothing has been added or counted.
    /// By a decoder of its own, so that the records of a block can be decoded on another thread; or by the one that decodes the others, too: then no event that it holds is due before the last of them.
    /// </summary>
    /// <param name="block">The block that they are in.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many there are: <see cref="Columns.ExpectedRecords.Most"/> at most.</param>
    /// <param name="source">The name of their input.</param>
    /// <param name="output">Where their events go.</param>
    /// <returns>How many have been decoded, as any decoder of the format would have.</returns>
    int DecodeAlone(ScannedBlock block, int first, int count, string source, EventOutput<T> output) => 0;

    /// <summary>Takes note of the times of events that were decoded on another thread, up to the one that lets a held event go.</summary>
    /// <param name="times">The times; none where events have no one time.</param>
    /// <returns>How many of them, at least one.</returns>
    int Observe(ReadOnlySpan<DateTimeOffset> times) => times.Length;
}
