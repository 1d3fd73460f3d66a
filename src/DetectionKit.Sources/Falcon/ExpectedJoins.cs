using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Falcon;

/// <summary>The processes that records of a block join, or are, each with its user and its host: all are found together before the first of the records is decoded.</summary>
internal sealed class ExpectedJoins(FalconRecord record, FalconTables tables)
{
    private readonly Pending[] _pending = new Pending[ExpectedRecords.Most];
    private readonly int[] _starts = new int[ExpectedRecords.Most];
    private readonly int[] _joined = new int[ExpectedRecords.Most];
    private readonly uint?[] _commandLines = new uint?[ExpectedRecords.Most];
    private int _count;

    /// <summary>Expects the process that a record joins, or is; none, where it does not say so plainly.</summary>
    /// <param name="number">The record's number among those that are decoded next, of which nothing is expected yet.</param>
    /// <param name="block">The block.</param>
    /// <param name="at">The record's place in the block.</param>
    /// <param name="isStart">Whether it is a process's start.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Expect(int number, ScannedBlock block, int at, bool isStart)
    {
        if (!block.TryGetText(at, FalconField.AgentId, out var agent) || agent.IsEmpty) return;
        if (!block.TryGetText(at, isStart ? FalconField.TargetProcessId : FalconField.ContextProcessId, out var process) || !NumberText.TryReadUnsigned(process, out var id)) return;
        if (isStart && block.TryGetWritten(at, FalconField.CommandLine, out var commandLine)) _commandLines[number] = record.StartCommandLines.Expect(commandLine);
        var hasSid = isStart & block.TryGetText(at, FalconField.UserSid, out var sid) && !sid.IsEmpty;
        _pending[_count++] = new(number, at, id, isStart, record.Agents.Expect(agent), hasSid ? record.UserIds.Expect(sid) : null);
    }

    /// <summary>Expects nothing of any record.</summary>
    public void Clear()
    {
        _count = 0;
        _starts.AsSpan().Fill(-1);
        _joined.AsSpan().Fill(-1);
        _commandLines.AsSpan().Clear();
    }

    /// <summary>Finds all that is expected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ScannedBlock block)
    {
        if (_count == 0) return;
        var pending = _pending.AsSpan(0, _count);
        foreach (ref readonly var one in pending)
        {
            record.Agents.Fetch(one.AgentHash);
            if (one.SidHash is { } hash) record.UserIds.Fetch(hash);
            if (_commandLines[one.Number] is { } commandLine) record.StartCommandLines.Fetch(commandLine);
        }

        foreach (ref readonly var one in pending)
        {
            block.TryGetText(one.Record, FalconField.AgentId, out var agent);
            var sid = one.SidHash is { } hash && block.TryGetText(one.Record, FalconField.UserSid, out var text) ? record.UserIds.Get(text, hash) : null;
            (one.IsStart ? _starts : _joined)[one.Number] = tables.Expect(new(record.Agents.Get(agent, one.AgentHash), one.Process), one.IsStart, sid);
        }

        _count = 0;
        tables.FindExpected();
    }

    /// <summary>The place of the process that a record joins among those that are expected in the tables; negative where there is none.</summary>
    /// <param name="number">The record's number; negative for one that was not expected.</param>
    public int PlaceOfJoined(int number) => number < 0 ? -1 : _joined[number];

    /// <summary>The place of the process that a record is the start of, likewise.</summary>
    public int PlaceOfStart(int number) => number < 0 ? -1 : _starts[number];

    /// <summary>The hash of the command line of the process that a record is the start of; null where it was not expected.</summary>
    public uint? CommandLineOfStart(int number) => number < 0 ? null : _commandLines[number];

    private readonly record struct Pending(int Number, int Record, ulong Process, bool IsStart, uint AgentHash, uint? SidHash);
}
