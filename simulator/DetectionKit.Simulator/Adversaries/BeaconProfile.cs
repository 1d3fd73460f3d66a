using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Randomness;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>An implant that sleeps, connects, and sleeps again.</summary>
public abstract class BeaconProfile : AdversaryProfile
{
    // A check-in that finds no task takes a fraction of a second before the next sleep begins; assumption.
    internal static TimeSpan LongestCheckIn { get; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The port of its server.</summary>
    public abstract int Port { get; }

    /// <summary>The shortest sleep between two check-ins.</summary>
    public abstract TimeSpan ShortestSleep { get; }

    /// <summary>The longest sleep between two check-ins.</summary>
    public abstract TimeSpan LongestSleep { get; }

    /// <summary>Draws a sleep, by the framework's own law; evenly between the shortest and the longest unless a profile says otherwise.</summary>
    /// <param name="random">Where the choice comes from.</param>
    /// <returns>The time until the next check-in begins.</returns>
    public virtual TimeSpan Sleep(DeterministicRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Between(ShortestSleep, LongestSleep);
    }

    /// <inheritdoc/>
    public sealed override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(campaign);
        var implant = Start(context, begin);
        yield return context.Report(implant);
        var time = begin;
        while (time < context.End)
        {
            yield return context.Connect(time, implant, campaign.Server, Port);
            time += Sleep(context.Random) + context.Random.Between(TimeSpan.Zero, LongestCheckIn);
        }
    }

    internal SimulatedProcess Launch(ActorContext context, DateTimeOffset begin) => Start(context, begin);

    /// <summary>Starts the implant.</summary>
    /// <param name="context">The victim.</param>
    /// <param name="begin">When.</param>
    /// <returns>Its process.</returns>
    protected abstract SimulatedProcess Start(ActorContext context, DateTimeOffset begin);
}
