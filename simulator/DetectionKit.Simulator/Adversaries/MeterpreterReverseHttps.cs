using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>Meterpreter over reverse HTTPS: each poll that finds no task makes the next wait longer, up to ten seconds; a task starts again from the shortest.</summary>
public sealed class MeterpreterReverseHttps : AdversaryProfile
{
    private const int Port = 8443;

    // How often an operator has a task is an assumption.
    private static readonly TimeSpan MeanTask = TimeSpan.FromMinutes(25);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override string Name => "meterpreter-reverse-https";

    /// <inheritdoc/>
    public override string Defaults => "port 8443; the n-th empty poll is followed by a wait of 10 n ms, from the tenth on of 100 n ms, 10 s at most; a task about every 25 minutes";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(530, 180, 0.1, TimeSpan.FromMilliseconds(250));

    /// <inheritdoc/>
    public override string Source =>
        "Metasploit: LPORT 8443 and the dispatch loop of its HTTP transports; that each poll is a connection of its own, and the tasks, are an assumption";

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(campaign);
        var path = $@"\Users\{context.Host.Owner.Name}\AppData\Local\Temp\{context.Random.Hex(8)}.exe";
        var implant = context.Launch(begin, context.Host.Owner, @"\Device\HarddiskVolume3" + path, $"\"C:{path}\"", "powershell.exe");
        yield return context.Report(implant);
        var task = begin + context.Random.Exponential(MeanTask);
        var empty = 0;
        var time = begin;
        while (time < context.End)
        {
            yield return context.Connect(time, implant, campaign.Server, Port);
            if (time >= task)
            {
                empty = 0;
                task = time + context.Random.Exponential(MeanTask);
            }

            time += Wait(empty++) + context.Random.Between(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(150));
        }
    }

    private static TimeSpan Wait(int empty)
    {
        var wait = TimeSpan.FromMilliseconds((empty < 10 ? 10 : 100) * empty);
        return wait < LongestWait ? wait : LongestWait;
    }
}
