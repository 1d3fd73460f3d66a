using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Joining;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Falcon;

/// <summary>The rows that a raw Falcon connection takes its process, user and host from.</summary>
internal sealed class FalconTables(SourceLimits limits, SourceReport report, StringPool commandLines)
{
    private readonly RecentTable<ProcessKey, ProcessRow> _processes =
        new(limits.MaxProcesses, limits.MaxProcessBytes, report, SourceCounter.EvictedProcesses, ProcessKey.Ordinal);

    private readonly RecentTable<UserKey, NameRow> _users =
        new(limits.MaxUsers, long.MaxValue, report, SourceCounter.EvictedUsers, UserKey.Ordinal);

    private readonly RecentTable<string, NameRow> _hosts =
        new(limits.MaxHosts, long.MaxValue, report, SourceCounter.EvictedHosts, SeededTextComparer.Ordinal);

    private readonly Expected[] _expected = new Expected[ExpectedRecords.Most];
    private readonly int[] _ofUsers = new int[ExpectedRecords.Most];
    private readonly int[] _ofHosts = new int[ExpectedRecords.Most];

    /// <summary>Whether a process start could tell something that the event lacks.</summary>
    public static bool LacksProcess(in ConnectionDraft draft) =>
        draft is { Machine: not null, Process: not null } && (draft.User is null || draft.Image is null || draft.CommandLine is null);

    /// <summary>Keeps a process.</summary>
    /// <param name="key">The process.</param>
    /// <param name="row">What is known of it.</param>
    /// <param name="expected">Its place among those that were expected; negative where it was not.</param>
    public void Put(ProcessKey key, ProcessRow row, int expected)
    {
        if (expected >= 0) (row.UserBySid, row.HostByMachine) = (_expected[expected].User, _expected[expected].Host);
        _processes.Put(key, row);
    }

    public void Put(UserKey key, NameRow row) => _users.Put(key, row);

    public void Put(string agentId, NameRow row) => _hosts.Put(agentId, row);

    /// <summary>
    /// Fills in what the event does not say: process and user by its process, the host's name from aidmaster, else from the process's own event.
    /// </summary>
    public MissingRows Resolve(ref ConnectionDraft draft)
    {
        if (draft.Machine is not { } agent) return MissingRows.None;
        var missing = MissingRows.None;
        var process = draft.Process is { } id ? _processes.Find(new ProcessKey(agent, id)) : null;
        if (process is not null)
        {
            draft.Image ??= process.Image;
            draft.CommandLine ??= process.CommandLine(commandLines);
            draft.User ??= process.User ?? UserOf(agent, process);
            if (draft.User is null && (process.UserSid ?? process.UserId) is not null) missing |= MissingRows.User;
        }
        else if (LacksProcess(draft))
        {
            missing |= MissingRows.Process;
        }

        draft.Host ??= _hosts.Find(agent)?.Name ?? process?.Host;
        return draft.Host is null ? missing | MissingRows.Host : missing;
    }

    /// <summary>Says that a process will be asked for, or kept.</summary>
    /// <param name="key">The process.</param>
    /// <param name="isStart">Whether it will be kept.</param>
    /// <param name="sid">Then, the security id of its user, if it has one.</param>
    /// <returns>Its place among those that are expected, of which there are <see cref="ExpectedRecords.Most"/> at most.</returns>
    public int Expect(ProcessKey key, bool isStart, string? sid)
    {
        var place = _processes.Expect(key);
        _expected[place] = new() { Key = key, IsStart = isStart, Sid = sid };
        return place;
    }

    /// <summary>Finds the expected processes, their users and their hosts, all of them at once. A row that is replaced, or goes, before it is asked for is looked up again then.</summary>
    public void FindExpected()
    {
        var processes = _processes.FindExpected();
        for (var i = 0; i < processes.Length; i++)
        {
            ref var one = ref _expected[i];
            if (!one.IsStart)
            {
                one.Row = processes[i].Row;
                if (one.Row is not { } row) continue;
                if (row.UserBySid is not { IsKept: true }) one.Sid = row.UserSid;
                if (row.HostByMachine is { IsKept: true } host) one.Host = host;
            }

            if (one.Sid is { } sid) _ofUsers[_users.Expect(new UserKey(one.Key.Machine, sid, IsNumber: false))] = i;
            if (one.Host is null) _ofHosts[_hosts.Expect(one.Key.Machine)] = i;
        }

        var users = _users.FindExpected();
        for (var i = 0; i < users.Length; i++)
        {
            ref var one = ref _expected[_ofUsers[i]];
            one.User = users[i].Row;
            if (one.Row is { } row) row.UserBySid = one.User;
        }

        var hosts = _hosts.FindExpected();
        for (var i = 0; i < hosts.Length; i++)
        {
            ref var one = ref _expected[_ofHosts[i]];
            one.Host = hosts[i].Row;
            if (one.Row is { } row) row.HostByMachine = one.Host;
        }
    }

    /// <summary>The agent id of a process that was expected.</summary>
    public string AgentOf(int expected) => _expected[expected].Key.Machine;

    /// <summary>The security id of the user of a start that was expected; null where it has none, or does not say it plainly.</summary>
    public string? SidOf(int expected) => _expected[expected].Sid;

    /// <summary>What the rows say of a connection; false where they lack something that the event does not say itself.</summary>
    /// <param name="record">The connection.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="expected">The place of its process among those that were expected; negative where it was not.</param>
    /// <param name="join">The rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryFind(FalconRecord record, ReadOnlySpan<byte> bytes, int expected, out FalconJoin join)
    {
        join = default;
        if ((expected < 0 ? KeyOf(record, bytes) : _expected[expected].Key) is not { } key || ProcessOf(key, expected) is not { } process) return false;
        var user = record.Has(FalconField.UserName) || process.User is not null ? null : UserRowOf(key.Machine, process);
        if (user is null && !record.Has(FalconField.UserName) && process.User is null && (process.UserSid ?? process.UserId) is not null) return false;
        var host = record.Has(FalconField.ComputerName) ? null : HostRowOf(key.Machine, process);
        if (host is null && !record.Has(FalconField.ComputerName) && process.Host is null) return false;
        join = new(process, user, host);
        return true;
    }

    private ProcessRow? ProcessOf(ProcessKey key, int expected)
    {
        if (expected < 0 || _expected[expected].Row is not { IsKept: true } process) return _processes.Find(key);
        process.IsInUse = true;
        return process;
    }

    private static ProcessKey? KeyOf(FalconRecord record, ReadOnlySpan<byte> bytes) =>
        record.AgentId(bytes) is { } agent && record.ProcessId(bytes, FalconField.ContextProcessId, out var id) && id is not null ? new ProcessKey(agent, id.Value) : null;

    private string? UserOf(string agent, ProcessRow process) => UserRowOf(agent, process)?.Name;

    // What comes first stays first, as long as it is kept.
    private NameRow? UserRowOf(string agent, ProcessRow process)
    {
        if (process.UserSid is { } sid && Known(process.UserBySid, _users, new UserKey(agent, sid, IsNumber: false)) is { } bySid) return process.UserBySid = bySid;
        return process.UserId is { } number ? _users.Find(new UserKey(agent, number, IsNumber: true)) : null;
    }

    private NameRow? HostRowOf(string agent, ProcessRow process) => process.HostByMachine = Known(process.HostByMachine, _hosts, agent);

    private static NameRow? Known<TKey>(NameRow? known, RecentTable<TKey, NameRow> table, TKey key)
        where TKey : notnull
    {
        if (known is not { IsKept: true }) return table.Find(key);
        known.IsInUse = true;
        return known;
    }

    private struct Expected
    {
        public ProcessKey Key;
        public bool IsStart;

        /// <summary>The user who is looked for.</summary>
        public string? Sid;

        /// <summary>The row, of a process that is joined.</summary>
        public ProcessRow? Row;
        public NameRow? User;
        public NameRow? Host;
    }
}
