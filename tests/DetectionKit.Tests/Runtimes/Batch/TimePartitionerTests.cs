using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Runtimes.Batch;

public sealed class TimePartitionerTests
{
    private static readonly RunSettings s_inOrder = new() { Disorder = Disorder.None, BatchSize = 1, MaxDegreeOfParallelism = 2 };

    [Fact]
    public void Cut_in_order_parts_at_the_start_of_a_window()
    {
        var parts = Cut(s_inOrder, 0, 1, 58, 59, 60, 60, 61, 62);

        parts.Select(part => (part.Start, part.End)).ShouldBe([(0, 4), (4, 8)]);
        (parts[0].Until, parts[1].From).ShouldBe((Beat.Ten.AddHours(1).UtcTicks, Beat.Ten.AddHours(1).UtcTicks));
    }

    [Theory]
    [InlineData(new double[] { 0, 1, 2, 60, 61, 62, 63, 64 }, 3)]
    [InlineData(new double[] { 0, 1, 2, 3, 4, 5, 60, 61 }, 6)]
    public void Cut_takes_the_boundary_that_is_nearest_to_even_parts(double[] minutes, int cut) => Cut(s_inOrder, minutes)[1].Start.ShouldBe(cut);

    [Fact]
    public void Cut_makes_as_many_parts_as_there_are_windows_at_most() => Cut(s_inOrder with { MaxDegreeOfParallelism = 100 }, 0, 1, 2, 60, 120, 121).Select(part => part.Start).ShouldBe([0, 3, 4]);

    [Theory]
    [InlineData(new double[] { 0, 1, 61, 59, 60, 62 })]
    [InlineData(new double[] { 0, 61, 1, 59, 60, 60, 60, 62 })]
    [InlineData(new double[] { 0, 1, 59, 60, 60, 62, 2 })]
    public void Cut_of_events_out_of_order_across_the_boundary_gives_one_part(double[] minutes) => Cut(s_inOrder, minutes).ShouldHaveSingleItem().End.ShouldBe(minutes.Length);

    [Fact]
    public void Cut_of_events_out_of_order_within_windows_gives_parts() => Cut(s_inOrder, 30, 1, 59, 0, 90, 60, 119, 61).Count.ShouldBe(2);

    [Fact]
    public void Cut_of_one_window_gives_one_part() => Cut(s_inOrder, 0, 1, 2, 3, 4, 5).ShouldHaveSingleItem();

    [Fact]
    public void Cut_of_less_than_a_batch_for_each_gives_one_part() => Cut(s_inOrder with { BatchSize = 4 }, 0, 1, 2, 60, 61, 62, 63).ShouldHaveSingleItem();

    [Fact]
    public void Cut_before_an_event_that_the_far_future_limit_sets_aside_gives_one_part()
    {
        var settings = s_inOrder with { FarFutureLimit = TimeSpan.FromHours(1) };

        Cut(settings, 0, 1, 61, 62).Count.ShouldBe(2);
        Cut(settings, 0, 1, 61.1, 62).ShouldHaveSingleItem();
        Cut(settings with { Disorder = Disorder.Any }, 0, 1, 61.1, 62).Count.ShouldBe(2);
    }

    [Fact]
    public void Cut_behind_an_event_that_is_set_aside_measures_from_the_clock()
    {
        var settings = s_inOrder with { FarFutureLimit = TimeSpan.FromHours(1) };

        // The event at 119 is set aside, and so are those after it.
        Cut(settings, 0, 1, 119, 120, 121, 122).ShouldHaveSingleItem();
    }

    [Fact]
    public void Cut_of_events_whose_time_can_not_be_read_gives_one_part()
    {
        Beat[] events = [.. Beat.At(0, 1, 60, 61), null!];

        new TimePartitioner<Beat, NoOptions>(events, (beat, _) => beat.Time, new(), s_inOrder).Cut(TimeSpan.TicksPerHour).ShouldHaveSingleItem().End.ShouldBe(5);
    }

    private static IReadOnlyList<TimePartition> Cut(RunSettings settings, params double[] minutes) =>
        new TimePartitioner<Beat, NoOptions>([.. Beat.At(minutes)], (beat, _) => beat.Time, new(), settings).Cut(TimeSpan.TicksPerHour);
}
