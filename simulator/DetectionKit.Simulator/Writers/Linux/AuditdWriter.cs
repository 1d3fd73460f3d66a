using System.Globalization;
using System.Text;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers.Linux;

/// <summary>
/// auditd's records of execve on Linux hosts: SYSCALL and EXECVE that share a serial. Each stands behind node=, as name_format = hostname in auditd.conf makes it, since the records of several hosts in one file could not be
/// told apart otherwise. An argument with a space or a quotation mark is hexadecimal, as the kernel writes it.
/// </summary>
internal sealed class AuditdWriter : ITelemetryWriter
{
    private long _serial = 1_000;

    public void WriteHost(LineBuffer buffer, Host host)
    {
        // auditd has no rows about hosts.
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        if (simulated is not SimulatedProcessStart || simulated.Process is not { Host.IsWindows: false, IsSynthetic: false, Image: { } image } process) return;
        var arguments = Split(process.CommandLine ?? image);
        var time = simulated.Occurred.ToUnixTimeMilliseconds();
        var stamp = string.Create(CultureInfo.InvariantCulture, $"msg=audit({time / 1_000}.{time % 1_000:000}:{_serial++}):");
        var user = process.Account?.Uid ?? 0;
        var name = FdrLine.FileName(image);
        buffer.Utf8(string.Create(
            CultureInfo.InvariantCulture,
            $"node={process.Host.Name} type=SYSCALL {stamp} arch=c000003e syscall=59 success=yes exit=0 a0=558e251634a0 a1=558e25162a50 a2=558e25160800 a3=8 items=2 ppid={process.OperatingSystemId - 4} pid={process.OperatingSystemId} auid={user} uid={user} gid={user} euid={user} suid={user} fsuid={user} egid={user} sgid={user} fsgid={user} tty=pts0 ses=104 comm=\"{name[..Math.Min(15, name.Length)]}\" exe=\"{image}\" key=(null)\n"));
        buffer.Utf8(string.Create(CultureInfo.InvariantCulture, $"node={process.Host.Name} type=EXECVE {stamp} argc={arguments.Count}"));
        for (var i = 0; i < arguments.Count; i++) buffer.Utf8(string.Create(CultureInfo.InvariantCulture, $" a{i}={Argument(arguments[i])}"));
        buffer.Raw("\n"u8);
    }

    // As a shell splits it: at spaces, but not within quotation marks.
    private static List<string> Split(string line)
    {
        var arguments = new List<string>();
        var argument = new StringBuilder();
        var quote = '\0';
        foreach (var c in line)
        {
            if (quote != '\0' ? c == quote : c is '"' or '\'') quote = quote == '\0' ? c : '\0';
            else if (c != ' ' || quote != '\0') argument.Append(c);
            else if (argument.Length > 0)
            {
                arguments.Add(argument.ToString());
                argument.Clear();
            }
        }

        if (argument.Length > 0) arguments.Add(argument.ToString());
        return arguments;
    }

    private static string Argument(string text) => text.All(c => c is > ' ' and < '\x7f' and not '"') ? $"\"{text}\"" : Convert.ToHexString(Encoding.UTF8.GetBytes(text));
}
