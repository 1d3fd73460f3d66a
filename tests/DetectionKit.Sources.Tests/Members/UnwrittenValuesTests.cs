using DetectionKit.Sources.Json;
using DetectionKit.Sources.Members;

namespace DetectionKit.Sources.Tests.Members;

/// <summary>What a member is without a value is what the contract has made of it once, where it can't be anything else.</summary>
public sealed class UnwrittenValuesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryGet_after_one_was_met_gives_its_value(bool isNull)
    {
        var kind = isNull ? FieldKind.Null : FieldKind.Absent;
        var values = new UnwrittenValues<int>(beginsAlike: true);
        values.TryGet(kind, out _).ShouldBeFalse();

        values.Learn(kind, 7);

        values.TryGet(kind, out var value).ShouldBeTrue();
        value.ShouldBe(7);
        values.TryGet(isNull ? FieldKind.Absent : FieldKind.Null, out _).ShouldBeFalse();
        values.TryGet(FieldKind.Composite, out _).ShouldBeFalse();
        values.Another().TryGet(kind, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false, 7, false)]
    [InlineData(false, 0, false)]
    [InlineData(true, 7, false)]
    [InlineData(true, 0, true)]
    public void TryGet_of_a_member_that_begins_differently_gives_only_what_a_null_is(bool isNull, int met, bool isKnown)
    {
        var kind = isNull ? FieldKind.Null : FieldKind.Absent;
        var values = new UnwrittenValues<int>(beginsAlike: false);

        values.Learn(kind, met);

        values.TryGet(kind, out _).ShouldBe(isKnown);
    }

    [Fact]
    public void Learn_of_a_value_of_its_own_knows_nothing()
    {
        var values = new UnwrittenValues<int>(beginsAlike: true);

        values.Learn(FieldKind.Number, 7);

        values.TryGet(FieldKind.Absent, out _).ShouldBeFalse();
        values.TryGet(FieldKind.Null, out _).ShouldBeFalse();
    }
}
