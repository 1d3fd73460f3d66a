using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Falcon;

/// <summary>
/// Finds connections that say all, and nothing unusual, among the records of a block: these can be read without regard to each other. An event of another kind is passed over; any other record ends the run, and is
/// for the decoder to read, which knows what may be wrong with it, and what to do about it.
/// </summary>
/// <param name="options">How to read.</param>
internal sealed class CompleteConnections(SourceOptions options)
{
    private readonly bool _isContextTime = options.FalconTime == FalconTime.ContextTimeStamp;

    /// <summary>Reads records up to the first that is neither such a connection nor an event of another kind.</summary>
    /// <param name="block">The block that they are in.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="source">The name of their input.</param>
    /// <param name="run">Where the connections go.</param>
    /// <returns>How many records have been read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ScannedBlock block, int first, int count, string source, ConnectionRun run)
    {
        run.Clear();
        for (var i = first; i < first + count; i++)
        {
            ref readonly var record = ref block[i];
            if (record.Status != RecordStatus.Record || !record.IsScanned || record.Fault is not null) return i - first;
            var fields = block.FieldsOf(i);
            var bytes = block.Record(i);
            if (!TryGet(bytes, fields[FalconField.EventName], out var name)) return i - first;
            var kind = FalconRecord.KindOf(name);
            if (kind == FalconKind.Other) continue;
            if (kind is not (FalconKind.ConnectionIP4 or FalconKind.ConnectionIP6)) return i - first;
            if (!TryRead(bytes, fields, kind == FalconKind.ConnectionIP6, record.Start, run, out var ticks, out var port, out var process)) return i - first;
            run.Add(i, ticks, port, process, new(source, block.LineOf(i)));
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryRead(ReadOnlySpan<byte> bytes, ReadOnlySpan<FieldSlice> fields, bool isIP6, int start, ConnectionRun run, out long ticks, out int port, out ulong? process)
    {
        (ticks, port, process) = (0, 0, null);
        if (!TrySet(ref run.Next(ConnectionColumn.Host), fields[FalconField.ComputerName], start)
            || !TrySet(ref run.Next(ConnectionColumn.User), fields[FalconField.UserName], start)
            || !TrySet(ref run.Next(ConnectionColumn.Image), fields[FalconField.ImageFileName], start)
            || !TrySet(ref run.Next(ConnectionColumn.CommandLine), fields[FalconField.CommandLine], start)) return false;
        ref var address = ref run.Next(ConnectionColumn.Address);
        if (!TrySet(ref address, fields[isIP6 ? FalconField.RemoteAddressIP6 : FalconField.RemoteAddressIP4], start) || address.Length == 0) return false;
        if (!TryGet(bytes, fields[FalconField.RemotePort], out var text) || !NumberText.TryReadDigits(text, out var number) || number > ushort.MaxValue) return false;
        port = (int)number;
        if (fields[FalconField.ContextProcessId].IsPlain)
        {
            if (!TryGet(bytes, fields[FalconField.ContextProcessId], out text) || !NumberText.TryReadUnsigned(text, out var id)) return false;
            process = id;
        }

        if (_isContextTime) return TryGet(bytes, fields[FalconField.ContextTimeStamp], out text) && TimeText.TryReadEpochSeconds(text, out ticks);
        return TryGet(bytes, fields[FalconField.Timestamp], out text) && TimeText.TryReadEpochMilliseconds(text, out ticks);
    }

    // A text without escapes, or a number, that is not empty.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryGet(ReadOnlySpan<byte> bytes, in FieldSlice slice, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!slice.IsPlain || slice.Kind == FieldKind.EscapedText || slice.Length == 0) return false;
        text = bytes.Slice(slice.Start, slice.Length);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TrySet(ref WrittenText text, in FieldSlice slice, int start)
    {
        if (!slice.IsPlain) return false;
        text = new(start + slice.Start, slice.Kind == FieldKind.EscapedText ? ~slice.Length : slice.Length);
        return true;
    }
}
