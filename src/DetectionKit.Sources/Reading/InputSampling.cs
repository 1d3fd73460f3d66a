using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Inputs;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Reading;

/// <summary>Finds out, before a run, the format of each input and, where inputs are merged, the time of its first record.</summary>
internal sealed class InputSampling<T>(DecoderContext context, FormatCatalog catalog, IEventFormat? format, DecoderSet<T> decoders)
{
    private const int LeastSampleBytes = 4 << 20;

    /// <summary>The inputs, ready to be read; those without any record are left out.</summary>
    /// <exception cref="SourceException">
    /// A named input can't be opened, or its format can't be told; or that is so of all that were found in folders and by globs; or no input has events of the type.
    /// </exception>
    public List<InputCursor<T>> Sample(IReadOnlyList<InputFile> files)
    {
        var cursors = new List<InputCursor<T>>();
        SourceException? refusal = null;
        var accepted = false;
        try
        {
            foreach (var file in files)
            {
                var cursor = new InputCursor<T>(file, context);
                cursors.Add(cursor);
                try
                {
                    if (!Sample(cursor, isMerged: files.Count > 1 && context.Options.Disorder.HasTolerance)) cursors.Remove(cursor);
                    accepted = true;
                }
                catch (SourceException e) when (cursor.IsFound || e.LacksEvents)
                {
                    // A folder of logs may hold other things too: they are reported, and the rest is read. A log of other events is as it should be.
                    if (!e.LacksEvents) context.Report.AddFault(new EventPosition(cursor.Name, 0), $"not read. {e.Message}");
                    if (refusal is null || e.LacksEvents) refusal = e;
                    cursor.Dispose();
                    cursors.Remove(cursor);
                }
            }

            return accepted || refusal is null ? cursors : throw refusal;
        }
        catch
        {
            cursors.ForEach(c => c.Dispose());
            throw;
        }
    }

    private bool Sample(InputCursor<T> cursor, bool isMerged)
    {
        // Opened even when its format is named, so that a missing or forbidden file is known before the run.
        var reader = cursor.Open();
        var found = format ?? FormatDetection.Detect(cursor.Name, reader, catalog, LeastSampleBytes + context.Options.Limits.MaxRecordBytes);
        context.Report.AddInput(new SourceInput(cursor.Name, found?.Name));
        if (found is null)
        {
            cursor.Dispose();
            return false;
        }

        (cursor.Format, cursor.Decoder) = (found, decoders.Of(found, cursor.Name));
        if (isMerged) cursor.Time = FirstTime(reader, cursor.Decoder);
        cursor.EndSampling();
        return true;
    }

    private static DateTimeOffset? FirstTime(RecordReader reader, IEventDecoder<T> decoder)
    {
        reader.Rewind();
        var status = reader.Next();
        for (var records = 0; status != RecordStatus.End && records < FormatDetection.MaxRecords; status = reader.Next())
        {
            if (status != RecordStatus.Record) continue;
            if (decoder.TimeOf(reader.Record) is { } time) return time;
            records++;
        }

        return null;
    }
}
