using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Joining;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Falcon;

/// <summary>The rows that a raw Falcon connection takes its process, user and host from.</summary>
internal sealed class FalconTables(SourceLimits limits, SourceReport report)
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
    public void Put(ProcessKey key, in ProcessRow row, int expected) => _processes.Put(
        key,
        expected < 0 ? row : row with { UserBySid = _expected[expected].User, HostByMachine = _expected[expected].Host });

    public void Put(UserKey key, in NameRow row) => _users.Put(key, row);

    public void Put(string agentId, in NameRow row) => _hosts.Put(agentId, row);

    /// <summary>
    /// Finds what the event does not say: process and user by its process, the host's name from aidmaster, else from the process's own event.
    /// </summary>
    /// <param name="draft">The event.</param>
    /// <param name="rows">What was found.</param>
    /// <returns>What was not.</returns>
    public MissingRows Find(in ConnectionDraft draft, out JoinedRows rows)
    {
        rows = default;
        if (draft.Machine is not { } agent) return MissingRows.None;
        var place = draft.Process is { } id ? _processes.Find(new ProcessKey(agent, id)) : default;
        var missing = Find(agent, place, lacksUser: draft.User is null, lacksHost: draft.Host is null, out rows);
        return place.IsNone && LacksProcess(draft) ? missing | MissingRows.Process : missing;
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
                one.Process = processes[i];
                if (one.Process.IsNone) continue;
                ref var row = ref _processes[one.Process];
                if (!_users.Has(row.UserBySid)) one.Sid = row.UserSid;
                if (_hosts.Has(row.HostByMachine)) one.Host = row.HostByMachine;
            }

            if (one.Sid is { } sid) _ofUsers[_users.Expect(new UserKey(one.Key.Machine, sid, IsNumber: false))] = i;
            if (one.Host.IsNone) _ofHosts[_hosts.Expect(one.Key.Machine)] = i;
        }

        var users = _users.FindExpected();
        for (var i = 0; i < users.Length; i++)
        {
            ref var one = ref _expected[_ofUsers[i]];
            one.User = users[i];
            if (!one.Process.IsNone) _processes[one.Process].UserBySid = one.User;
        }

        var hosts = _hosts.FindExpected();
        for (var i = 0; i < hosts.Length; i++)
        {
            ref var one = ref _expected[_ofHosts[i]];
            one.Host = hosts[i];
            if (!one.Process.IsNone) _processes[one.Process].HostByMachine = one.Host;
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
    public bool TryFind(FalconRecord record, ReadOnlySpan<byte> bytes, int expected, out JoinedRows join)
    {
        join = default;
        if ((expected < 0 ? KeyOf(record, bytes) : _expected[expected].Key) is not { } key) return false;
        var place = PlaceOf(key, expected);
        return !place.IsNone && Find(key.Machine, place, lacksUser: !record.Has(FalconField.UserName), lacksHost: !record.Has(FalconField.ComputerName), out join) == MissingRows.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private MissingRows Find(string agent, RowPlace place, bool lacksUser, bool lacksHost, out JoinedRows rows)
    {
        if (place.IsNone)
        {
            var name = lacksHost ? _hosts.Find(agent) : default;
            rows = new(ref Unsafe.NullRef<ProcessRow>(), ref Unsafe.NullRef<NameRow>(), ref RowAt(_hosts, name));
            return lacksHost && name.IsNone ? MissingRows.Host : MissingRows.None;
        }

        ref var process = ref _processes[place];
        lacksUser &= process.User is null;
        var user = lacksUser ? UserOf(agent, ref process) : default;
        var host = lacksHost ? HostOf(agent, ref process) : default;
        rows = new(ref process, ref RowAt(_users, user), ref RowAt(_hosts, host));
        var missing = lacksUser && user.IsNone && (process.UserSid ?? process.UserId) is not null ? MissingRows.User : MissingRows.None;
        return lacksHost && host.IsNone && process.Host is null ? missing | MissingRows.Host : missing;
    }

    private RowPlace PlaceOf(ProcessKey key, int expected) => expected < 0 ? _processes.Find(key) : Known(_expected[expected].Process, _processes, key);

    private static ProcessKey? KeyOf(FalconRecord record, ReadOnlySpan<byte> bytes) =>
        record.AgentId(bytes) is { } agent && record.ProcessId(bytes, FalconField.ContextProcessId, out var id) && id is not null ? new ProcessKey(agent, id.Value) : null;

    // What comes first stays first, as long as it is kept.
    private RowPlace UserOf(string agent, ref ProcessRow process)
    {
        if (process.UserSid is { } sid)
        {
            var bySid = Known(process.UserBySid, _users, new UserKey(agent, sid, IsNumber: false));
            if (!bySid.IsNone) return process.UserBySid = bySid;
        }

        return process.UserId is { } number ? _users.Find(new UserKey(agent, number, IsNumber: true)) : default;
    }

    private RowPlace HostOf(string agent, ref ProcessRow process) => process.HostByMachine = Known(process.HostByMachine, _hosts, agent);

    private static RowPlace Known<TKey, TRow>(RowPlace known, RecentTable<TKey, TRow> table, TKey key)
        where TKey : notnull
        where TRow : struct, IJoinRow<TRow> => table.TryUse(known) ? known : table.Find(key);

    private static ref NameRow RowAt<TKey>(RecentTable<TKey, NameRow> table, RowPlace place)
        where TKey : notnull => ref place.IsNone ? ref Unsafe.NullRef<NameRow>() : ref table[place];

    private struct Expected
    {
        public ProcessKey Key;
        public bool IsStart;

        /// <summary>The user who is looked for.</summary>
        public string? Sid;

        /// <summary>Where the row is, of a process that is joined.</summary>
        public RowPlace Process;
        public RowPlace User;
        public RowPlace Host;
    }
}
