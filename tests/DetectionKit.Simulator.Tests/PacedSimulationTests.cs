using System.Reactive.Linq;
using Microsoft.Extensions.Time.Testing;

namespace DetectionKit.Simulator.Tests;

public sealed class PacedSimulationTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromHours(1);
    private static readonly Simulation Small = Simulation.Create(new SimulationOptions { Seed = 5, Hosts = 10, Duration = Duration });

    [Fact]
    public async Task Unlimited_gives_the_same_events_in_every_shape()
    {
        var expected = Small.Events().Select(Row).ToArray();

        (await Small.ToAsyncEnumerable(cancellationToken: TestContext.Current.CancellationToken).Select(Row).ToArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(expected);
        (await Small.ToObservable().Select(Row).ToArray()).ShouldBe(expected);
        (await Small.ConnectionsAsync(cancellationToken: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Small.Connections());
        (await Small.ObserveConnections().ToArray()).ShouldBe(Small.Connections());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task Times_takes_simulated_time_divided_by_the_speed(double speed)
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        var half = Small.Options.Start + (Duration / 2);
        var events = Small.ToAsyncEnumerable(Pace.Times(speed), clock, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var latest = DateTimeOffset.MinValue;
        var begin = clock.GetTimestamp();

        while (latest < half)
        {
            var next = events.MoveNextAsync();
            while (!next.IsCompleted) clock.Advance(TimeSpan.FromMilliseconds(50));
            (await next).ShouldBeTrue();
            latest = events.Current.Reported > latest ? events.Current.Reported : latest;
        }

        clock.GetElapsedTime(begin).ShouldBeInRange((Duration / 2 / speed) - TimeSpan.FromMilliseconds(10), (Duration / 2 / speed) + TimeSpan.FromMinutes(2 / speed) + TimeSpan.FromSeconds(1));
        await events.DisposeAsync();
    }

    [Fact]
    public async Task Cancelling_ends_a_wait()
    {
        using var cancel = new CancellationTokenSource();
        var events = Small.ToAsyncEnumerable(Pace.Times(0.001), new FakeTimeProvider(), cancel.Token).GetAsyncEnumerator(cancel.Token);
        var waiting = Task.Run(async () =>
        {
            while (await events.MoveNextAsync())
            {
                // Until the first event whose time has not come.
            }
        }, TestContext.Current.CancellationToken);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Times_not_above_zero_is_refused(double speed) => Should.Throw<ArgumentOutOfRangeException>(() => Pace.Times(speed));

    private static (DateTimeOffset, ulong, Type) Row(SimulatedEvent simulated) => (simulated.Reported, simulated.Process.Id, simulated.GetType());
}
