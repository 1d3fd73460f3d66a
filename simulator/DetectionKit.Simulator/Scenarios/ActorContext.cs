using System.Net;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Scenarios;

/// <summary>
/// What one actor on one host has: its host, the time, randomness of its own, and the events that it can make. An actor yields events in the
/// order of <see cref="SimulatedEvent.Occurred"/>, and reports a process before or with its first connection.
/// </summary>
public sealed class ActorContext
{
    private const double MissingFieldShare = 0.015;
    private const double LateReportShare = 0.03;
    private const int TransmissionMinimum = 20;
    private const int TransmissionMaximum = 500;
    private static readonly TimeSpan LongestUptime = TimeSpan.FromDays(9);
    private readonly Actor _actor;
    private int _localPort;

    internal ActorContext(Simulation simulation, Host host, Actor actor, string stream)
    {
        Organisation = simulation.Organisation;
        Host = host;
        Start = simulation.Options.Start.ToUniversalTime();
        End = Start + simulation.Options.Duration;
        Intensity = simulation.Options.Intensity;
        Random = DeterministicRandom.For(simulation.Options.Seed, stream, host.Index);
        _actor = actor;
        _localPort = Random.Next(16_384);
    }

    /// <summary>The organisation.</summary>
    public Organisation Organisation { get; }

    /// <summary>The host that the actor is on.</summary>
    public Host Host { get; }

    /// <summary>The actor's own randomness.</summary>
    public DeterministicRandom Random { get; }

    /// <summary>The beginning of the simulated period.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The end of the simulated period: no event occurs at or after it.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How busy people, builds and tests are; protocol and vendor rhythms do not depend on it.</summary>
    public double Intensity { get; }

    /// <summary>A waiting time of busy people: exponential, shorter with more <see cref="Intensity"/>.</summary>
    /// <param name="mean">Its mean at intensity 1.</param>
    /// <returns>The time.</returns>
    public TimeSpan Pause(TimeSpan mean) => Random.Exponential(mean / Intensity);

    /// <summary>The first moment at or after a time when the host's owner works.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The moment.</returns>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset time) => Host.WorkDay.NextMoment(time, Host.Site.UtcOffset);

    /// <summary>A process that already ran before the simulated period, for up to nine days.</summary>
    /// <param name="account">What it runs as.</param>
    /// <param name="image">Its executable.</param>
    /// <param name="commandLine">Its command line.</param>
    /// <param name="parent">The file name of what started it.</param>
    /// <returns>The process; its start is still to be yielded, by <see cref="Report"/>.</returns>
    public SimulatedProcess Running(Account account, string image, string commandLine, string parent = "services.exe")
    {
        var started = Milliseconds(Start - Random.Between(TimeSpan.FromMinutes(10), LongestUptime));
        return Create(account, image, commandLine, parent, started, Arrival(started), reported: true, synthetic: Random.Chance(0.2));
    }

    /// <summary>A process that ran before the sensor was installed: the sensor knows its connections and nothing else of it.</summary>
    /// <returns>The process; there is no start to report.</returns>
    public SimulatedProcess Unreported()
    {
        var started = Milliseconds(Start - Random.Between(TimeSpan.FromDays(1), LongestUptime));
        return Create(null, null, null, "", started, started, reported: false, synthetic: false);
    }

    /// <summary>Starts a process within the period. Of a few the sensor misses the account or the command line, or reports the start seconds late.</summary>
    /// <param name="at">When.</param>
    /// <param name="account">What it runs as.</param>
    /// <param name="image">Its executable.</param>
    /// <param name="commandLine">Its command line.</param>
    /// <param name="parent">The file name of what starts it.</param>
    /// <returns>The process; its start is still to be yielded, by <see cref="Report"/>.</returns>
    public SimulatedProcess Launch(DateTimeOffset at, Account account, string image, string commandLine, string parent = "explorer.exe")
    {
        var started = Milliseconds(at);
        var lacking = Random.NextDouble();
        var reported = Random.Chance(LateReportShare) ? started + TimeSpan.FromMilliseconds(Random.Between(2_000, 9_000)) : Arrival(started);
        return Create(
            lacking < MissingFieldShare ? null : account, image, lacking is >= MissingFieldShare and < 2 * MissingFieldShare ? null : commandLine,
            parent, started, reported, reported: true, synthetic: false);
    }

    /// <summary>Starts a process within the period, of which the sensor misses nothing.</summary>
    /// <param name="at">When.</param>
    /// <param name="account">What it runs as.</param>
    /// <param name="image">Its executable.</param>
    /// <param name="commandLine">Its command line.</param>
    /// <param name="parent">The file name of what starts it.</param>
    /// <returns>The process; its start is still to be yielded, by <see cref="Report"/>.</returns>
    public SimulatedProcess LaunchWatched(DateTimeOffset at, Account account, string image, string commandLine, string parent)
    {
        var started = Milliseconds(at);
        return Create(account, image, commandLine, parent, started, Arrival(started), reported: true, synthetic: false);
    }

    /// <summary>The report of a process.</summary>
    /// <param name="process">A process that is reported.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedProcessStart Report(SimulatedProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        if (!process.IsReported) throw new ArgumentException("The sensor never saw this process start; yield its connections only.", nameof(process));
        return new SimulatedProcessStart { Occurred = process.Started, Reported = process.Reported, Process = process, Actor = _actor };
    }

    /// <summary>A connection to a destination: to one of its addresses, now and then an IPv6 one where host and destination both have such.</summary>
    /// <param name="at">When.</param>
    /// <param name="process">What connects.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="port">The port.</param>
    /// <param name="protocol">The IP protocol: 6 is TCP, 17 is UDP.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedConnection Connect(DateTimeOffset at, SimulatedProcess process, Destination destination, int port = 443, int protocol = 6)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var over6 = Host.LocalAddress6 is not null && destination.Addresses6.Count > 0 && Random.Chance(0.5);
        return Connect(at, process, Random.Pick(over6 ? destination.Addresses6 : destination.Addresses), port, protocol);
    }

    /// <summary>A connection to an address.</summary>
    /// <param name="at">When.</param>
    /// <param name="process">What connects.</param>
    /// <param name="address">Where to.</param>
    /// <param name="port">The port.</param>
    /// <param name="protocol">The IP protocol: 6 is TCP, 17 is UDP.</param>
    /// <param name="isAnswered">Whether anything listens there.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedConnection Connect(DateTimeOffset at, SimulatedProcess process, IPAddress address, int port, int protocol = 6, bool isAnswered = true)
    {
        var occurred = Milliseconds(at);
        return new SimulatedConnection
        {
            Occurred = occurred,
            Reported = Arrival(occurred),
            Process = process,
            Actor = _actor,
            RemoteAddress = address,
            RemotePort = port,
            LocalPort = NextPort(),
            Protocol = protocol,
            IsAnswered = isAnswered,
        };
    }

    /// <summary>A look-up of a destination's name.</summary>
    /// <param name="at">When.</param>
    /// <param name="process">What asks.</param>
    /// <param name="destination">Whose name.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedDnsRequest Resolve(DateTimeOffset at, SimulatedProcess process, Destination destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var occurred = Milliseconds(at);
        return new SimulatedDnsRequest { Occurred = occurred, Reported = Arrival(occurred), Process = process, Actor = _actor, DomainName = destination.Domain };
    }

    /// <summary>A file that a process creates.</summary>
    /// <param name="at">When.</param>
    /// <param name="process">What creates it.</param>
    /// <param name="path">Its path.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedFileCreation CreateFile(DateTimeOffset at, SimulatedProcess process, string path)
    {
        var occurred = Milliseconds(at);
        return new SimulatedFileCreation { Occurred = occurred, Reported = Arrival(occurred), Process = process, Actor = _actor, Path = path };
    }

    /// <summary>A script block that PowerShell runs.</summary>
    /// <param name="at">When.</param>
    /// <param name="process">The PowerShell.</param>
    /// <param name="text">The script.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedScriptBlock RunScript(DateTimeOffset at, SimulatedProcess process, string text)
    {
        var occurred = Milliseconds(at);
        return new SimulatedScriptBlock { Occurred = occurred, Reported = Arrival(occurred), Process = process, Actor = _actor, Text = text };
    }

    /// <summary>A line in the system's log.</summary>
    /// <param name="at">When.</param>
    /// <param name="process">What the line is about.</param>
    /// <param name="program">The program that writes it, such as sudo.</param>
    /// <param name="message">The line.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedLogMessage Log(DateTimeOffset at, SimulatedProcess process, string program, string message)
    {
        var occurred = Milliseconds(at);
        return new SimulatedLogMessage { Occurred = occurred, Reported = Arrival(occurred), Process = process, Actor = _actor, Program = program, Message = message };
    }

    /// <summary>A sign-in of the process's account to the identity provider.</summary>
    /// <param name="at">When.</param>
    /// <param name="process">What signs in.</param>
    /// <param name="application">The application signed in to.</param>
    /// <param name="address">The address that the provider sees.</param>
    /// <param name="errorCode">Why it failed; 0 for a sign-in that succeeded.</param>
    /// <param name="account">The account, when it is not the process's.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedSignIn SignIn(DateTimeOffset at, SimulatedProcess process, string application, IPAddress address, int errorCode = 0, Account? account = null)
    {
        ArgumentNullException.ThrowIfNull(process);
        var occurred = Milliseconds(at);
        return new SimulatedSignIn
        {
            Occurred = occurred,
            Reported = Arrival(occurred),
            Process = process,
            Actor = _actor,
            User = $"{(account ?? process.Account ?? Host.Owner).Name}@{Organisation.Domain}",
            Application = application,
            Address = address,
            ErrorCode = errorCode,
        };
    }

    /// <summary>A port of the host's public address that somebody outside asks for.</summary>
    /// <param name="at">When.</param>
    /// <param name="process">The host's process that would answer.</param>
    /// <param name="source">Who asks.</param>
    /// <param name="port">For which port.</param>
    /// <param name="isAnswered">Whether anything answers.</param>
    /// <returns>The event to yield.</returns>
    public SimulatedProbe Probed(DateTimeOffset at, SimulatedProcess process, IPAddress source, int port, bool isAnswered)
    {
        ArgumentNullException.ThrowIfNull(source);
        var occurred = Milliseconds(at);
        var isIpv6 = source.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
        return new SimulatedProbe
        {
            Occurred = occurred,
            Reported = Arrival(occurred),
            Process = process,
            Actor = _actor,
            Source = source,
            SourcePort = NextPort(),
            Target = IPAddress.Parse(isIpv6 ? Host.LocalAddress6 ?? "2001:db8::80" : Host.Site.PublicAddress),
            TargetPort = port,
            IsAnswered = isAnswered,
        };
    }

    // Of the ephemeral ones (RFC 6335), one after another.
    private int NextPort() => 49_152 + (_localPort = (_localPort + 1) % 16_384);

    // Recorded FDR lines arrive 0.02 to 0.5 s after they happened.
    private DateTimeOffset Arrival(DateTimeOffset occurred) => occurred + TimeSpan.FromMilliseconds(Random.Between(TransmissionMinimum, TransmissionMaximum));

    private static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    private SimulatedProcess Create(
        Account? account, string? image, string? commandLine, string parent, DateTimeOffset started, DateTimeOffset at, bool reported, bool synthetic) => new()
        {
            Host = Host,
            Account = account,
            Image = image,
            CommandLine = commandLine,
            ParentName = parent,
            Id = Random.NextUInt64(),
            OperatingSystemId = 4 * Random.Between(250, 8_000),
            Started = started,
            Reported = at,
            IsReported = reported,
            IsSynthetic = synthetic,
        };
}
