using System.Reactive.Linq;
using System.Runtime.CompilerServices;

namespace DetectionKit.Simulator;

/// <summary>A simulation as a live source: its events come at a pace, in the order of <see cref="Simulation.Events"/>.</summary>
public static class PacedSimulation
{
    // Shorter waits are not kept by timers, and a wait for each of many events would make the whole late.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);

    /// <summary>The events, each when its time has come.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="pace">How fast; null for <see cref="Pace.Unlimited"/>.</param>
    /// <param name="time">The clock that is waited by; null for the system's.</param>
    /// <param name="cancellationToken">Stops it, waiting or not.</param>
    /// <returns>The events. Each enumeration starts anew.</returns>
    public static async IAsyncEnumerable<SimulatedEvent> ToAsyncEnumerable(
        this Simulation simulation, Pace? pace = null, TimeProvider? time = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var speed = (pace ?? Pace.Unlimited).Speed;
        var clock = time ?? TimeProvider.System;
        var began = clock.GetTimestamp();
        foreach (var simulated in simulation.Events())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var due = (simulated.Reported - simulation.Options.Start) / speed;
            var wait = due - clock.GetElapsedTime(began);
            if (wait >= ShortestWait) await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            yield return simulated;
        }
    }

    /// <summary>The connections as detections see them, each when its time has come.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="pace">How fast; null for <see cref="Pace.Unlimited"/>.</param>
    /// <param name="time">The clock that is waited by; null for the system's.</param>
    /// <param name="cancellationToken">Stops it, waiting or not.</param>
    /// <returns>The connections. Each enumeration starts anew.</returns>
    public static async IAsyncEnumerable<NetworkConnection> ConnectionsAsync(
        this Simulation simulation, Pace? pace = null, TimeProvider? time = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var simulated in simulation.ToAsyncEnumerable(pace, time, cancellationToken).ConfigureAwait(false))
        {
            if (simulated is SimulatedConnection { IsMalformed: false } connection) yield return connection.ToNetworkConnection();
        }
    }

    /// <summary>The events as an observable, each when its time has come.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="pace">How fast; null for <see cref="Pace.Unlimited"/>.</param>
    /// <param name="time">The clock that is waited by; null for the system's.</param>
    /// <returns>The events. Each subscription starts anew, on a thread of the pool; disposing it stops it.</returns>
    public static IObservable<SimulatedEvent> ToObservable(this Simulation simulation, Pace? pace = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        return Observable.Create<SimulatedEvent>(async (observer, cancellationToken) =>
        {
            await Task.Yield();
            await foreach (var simulated in simulation.ToAsyncEnumerable(pace, time, cancellationToken).ConfigureAwait(false)) observer.OnNext(simulated);
            observer.OnCompleted();
        });
    }

    /// <summary>The connections as detections see them, as an observable, each when its time has come.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="pace">How fast; null for <see cref="Pace.Unlimited"/>.</param>
    /// <param name="time">The clock that is waited by; null for the system's.</param>
    /// <returns>The connections. Each subscription starts anew, on a thread of the pool; disposing it stops it.</returns>
    public static IObservable<NetworkConnection> ObserveConnections(this Simulation simulation, Pace? pace = null, TimeProvider? time = null) =>
        simulation.ToObservable(pace, time).OfType<SimulatedConnection>().Where(connection => !connection.IsMalformed).Select(connection => connection.ToNetworkConnection());
}
