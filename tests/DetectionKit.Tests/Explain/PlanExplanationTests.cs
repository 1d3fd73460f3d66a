using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Explain;

public sealed class PlanExplanationTests
{
    [Fact]
    public void Explain_detection_lists_stages_with_reads_options_and_frozen_values()
    {
        var plan = new Bursts().Explain(new BurstOptions { MinConnections = 7 });

        plan.Stages.Select(stage => (stage.Number, stage.Kind)).ShouldBe([(1, "source"), (2, "where"), (3, "where"), (4, "aggregate"), (5, "where"), (6, "tier")]);
        plan.Stages[2].Reads.ShouldBe(["Image", "RemotePort"]);
        plan.Stages[2].Frozen.ShouldBe([new("reserved", 1024)]);
        plan.Stages[2].Options.Select(option => option.Name).ShouldBe(["ExcludedImages"]);
        plan.Stages[3].Text.ShouldBe("NetworkConnection by Host, RemoteAddress in tumbling windows of Window = 01:00:00");
        plan.Stages[3].Reads.ShouldBe(["Host", "RemoteAddress", "RemotePort"]);
        plan.Stages[3].Aggregates.ShouldBe(["w.Count()", "w.CountDistinct(c => c.RemotePort)"]);
        plan.Stages[4].Options.ShouldBe([new("MinConnections", "7")]);
        plan.Stages[5].Reads.ShouldNotContain("*");
        plan.Options.ShouldContain(new OptionExplanation("MinConnections", "7"));
        plan.Frozen.ShouldBe([new("reserved", 1024)]);
    }

    [Fact]
    public void Explain_detection_prints_every_fact_that_it_holds()
    {
        var plan = new Bursts().Explain();
        var text = plan.ToString();

        string[] facts = [.. plan.Stages.SelectMany(stage => stage.Lines), .. plan.Detection.BlindSpots, .. plan.Detection.FalsePositives, plan.OptionsHash, "bursts, version 3", "ATT&CK T1583.003 Virtual Private Server (TA0042)", "severity high", "confidence low", "reserved = 1024", "Columns are enough"];
        foreach (var fact in facts) text.ShouldContain(fact);
        text.Split('\n').ShouldAllBe(line => line.Length <= 120 && line.TrimEnd() == line);
    }

    [Fact]
    public void Explain_detection_names_all_that_a_batch_of_columns_must_offer() => Connections.Lists.Sample(events =>
    {
        var detection = new Bursts();
        var source = detection.Explain().Sources.ShouldHaveSingleItem();
        source.NeedsWholeEvents.ShouldBeFalse();
        var batch = new ColumnBatch<NetworkConnection>(events.Count, _ => throw new InvalidOperationException("made whole"));
        foreach (var member in source.Members)
        {
            _ = member.Name switch
            {
                "Time" => batch.Add(c => c.Time, [.. events.Select(c => c.Time)]),
                "Host" => batch.Add(c => c.Host, [.. events.Select(c => c.Host)]),
                "Image" => batch.Add(c => c.Image, [.. events.Select(c => c.Image)]),
                "RemoteAddress" => batch.Add(c => c.RemoteAddress, [.. events.Select(c => c.RemoteAddress)]),
                "RemotePort" => batch.Add(c => c.RemotePort, [.. events.Select(c => c.RemotePort)]),
                _ => throw new InvalidOperationException($"{member.Name} is not read."),
            };
        }

        var settings = new RunSettings { EvidenceEvents = 0 };
        EventBatch<NetworkConnection>[] batches = [batch];
        batches.Detect(detection, settings: settings).Select(alert => alert.Value).ShouldBe(events.Detect(detection, settings: settings).Select(alert => alert.Value));
    }, iter: Iterations.Of(50));

    [Fact]
    public void Explain_detection_with_a_computed_member_says_that_events_are_made_whole()
    {
        var source = Detection.Define("computed", (Events<Timed> events) => events.Where(e => e.Hour > 22).Select(e => new { e.Name })).Explain().Sources[0];

        source.Members.Single(member => member.Name == "Hour").IsComputed.ShouldBeTrue();
        source.Members.Single(member => member.Name == "Name").IsComputed.ShouldBeFalse();
        source.Materialises.ShouldHaveSingleItem().ShouldStartWith("Hour is computed");
    }

    [Fact]
    public void Explain_detection_with_a_whole_event_call_names_the_stage()
    {
        var source = Detection.Define("whole", (Events<Timed> events) => events.Where(e => e.Name != "x").Where(e => Timed.IsOdd(e)).Select(e => new { e.Name })).Explain().Sources[0];

        source.Materialises.ShouldBe(["stage 3 uses the event whole"]);
    }

    [Fact]
    public void Explain_detection_that_keeps_events_says_so()
    {
        var source = Detection.Define("kept", (Events<Timed> events) => events.Distinct(e => e.Name, () => TimeSpan.FromMinutes(5)).Select(e => new { e.Name })).Explain().Sources[0];

        source.Materialises.ShouldBe(["distinct keeps the event whole"]);
    }

    [Fact]
    public void Explain_untyped_detection_with_another_detections_options_is_refused()
    {
        Detection detection = new Bursts();

        Should.Throw<ArgumentException>(() => detection.Explain(new NoOptions())).Message.ShouldContain("bursts takes BurstOptions, not NoOptions");
        detection.Explain().ToString().ShouldBe(new Bursts().Explain().ToString());
    }

    [Fact]
    public void Explain_detection_with_invalid_options_says_which() =>
        Should.Throw<DetectionOptionsException>(() => new Bursts().Explain(new BurstOptions { MinConnections = 0 })).Message.ShouldContain("MinConnections is 0");

    public sealed record Timed(DateTimeOffset At, string Name)
    {
        public int Hour => At.Hour;

        public static bool IsOdd(Timed e) => e.Name.Length % 2 == 1;
    }
}
