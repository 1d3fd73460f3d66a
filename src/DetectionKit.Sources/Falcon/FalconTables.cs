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

    /// <summary>Whether a process start could tell something that the event lacks.</summary>
    public static bool LacksProcess(in ConnectionDraft draft) =>
        draft is { Machine: not null, Process: not null } && (draft.User is null || draft.Image is null || draft.CommandLine is null);

    public void Put(ProcessKey key, ProcessRow row) => _processes.Put(key, row);

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

    /// <summary>Says that a process will be asked for.</summary>
    /// <param name="number">A number of its own among those that are fetched together.</param>
    /// <param name="key">The process.</param>
    public void Expect(int number, ProcessKey key) => _processes.Expect(number, key);

    /// <summary>Reads what is known of the expected processes, all of them at once.</summary>
    public void Fetch(int count) => _processes.Fetch(count);

    /// <summary>What the rows say of a connection; false where they lack something that the event does not say itself.</summary>
    public bool TryFind(FalconRecord record, ReadOnlySpan<byte> bytes, ProcessKey? expected, out FalconJoin join)
    {
        join = default;
        if ((expected ?? KeyOf(record, bytes)) is not { } key || _processes.Find(key) is not { } process) return false;
        var user = record.Has(FalconField.UserName) || process.User is not null ? null : UserRowOf(key.Machine, process);
        if (user is null && !record.Has(FalconField.UserName) && process.User is null && (process.UserSid ?? process.UserId) is not null) return false;
        var host = record.Has(FalconField.ComputerName) ? null : HostRowOf(key.Machine, process);
        if (host is null && !record.Has(FalconField.ComputerName) && process.Host is null) return false;
        join = new(process, user, host);
        return true;
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
}
