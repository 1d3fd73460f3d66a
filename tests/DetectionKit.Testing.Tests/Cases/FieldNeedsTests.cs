using DetectionKit.Detections;
using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Tests.Cases;

public sealed class FieldNeedsTests
{
    [Fact]
    public void Of_names_the_fields_without_which_no_case_fires() =>
        FieldNeeds.Of(new VpsInboundScan(), null, [(typeof(NetworkFlow), "IsAnswered"), (typeof(NetworkFlow), "Image"), (typeof(NetworkFlow), "SourceAddress")], [typeof(NetworkFlow)])
            .ShouldBe([(typeof(NetworkFlow), "IsAnswered"), (typeof(NetworkFlow), "SourceAddress")]);

    [Fact]
    public void Of_where_other_events_fire_too_is_none() => FieldNeeds.Of(new VpsInboundScan(), null, [(typeof(NetworkFlow), "IsAnswered")]).ShouldBeEmpty();

    [Fact]
    public void Of_goes_by_the_options() =>
        FieldNeeds.Of(new VpsInboundScan(), new VpsInboundScanOptions { CountAnswered = true }, [(typeof(NetworkFlow), "IsAnswered")], [typeof(NetworkFlow)]).ShouldBeEmpty();

    [Fact]
    public void Of_fields_that_the_rule_does_without_is_none() =>
        FieldNeeds.Of(new VpsBeaconing(), null, [(typeof(NetworkConnection), "User"), (typeof(NetworkConnection), "CommandLine")]).ShouldBeEmpty();

    [Fact]
    public void Of_fields_of_several_event_types_names_the_type() =>
        FieldNeeds.Of(new VpsPayloadDownload(), null, [(typeof(ProcessStart), "CommandLine"), (typeof(NetworkConnection), "CommandLine")]).ShouldBe([(typeof(ProcessStart), "CommandLine")]);

    [Fact]
    public void Of_sign_ins_without_a_system_is_none_because_addresses_are_listed() =>
        FieldNeeds.Of(new VpsSignin(), null, [(typeof(SignInAttempt), "AutonomousSystem")]).ShouldBeEmpty();
}
