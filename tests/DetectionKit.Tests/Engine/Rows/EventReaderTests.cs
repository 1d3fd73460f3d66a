using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Rows;

public sealed class EventReaderTests
{
    private static readonly Seen s_seen = new("a", 5, () => { });

    [Fact]
    public void Fields_are_the_members_asked_for_that_have_content()
    {
        new EventReader(typeof(Seen), ["Count", "Raw"]).Fields(s_seen).ShouldBe(new Dictionary<string, object?> { ["Count"] = 5 });
        new EventReader(typeof(Seen), ["*"]).Fields(s_seen).ShouldBe(new Dictionary<string, object?> { ["Host"] = "a", ["Count"] = 5 }, ignoreOrder: true);
        new EventReader(typeof(Seen), ["*"]).Fields(null).ShouldBeEmpty();
    }

    [Fact]
    public void Fields_of_a_scalar_are_its_value_and_of_what_has_no_content_none()
    {
        new EventReader(typeof(int), []).Fields(5).ShouldBe(new Dictionary<string, object?> { ["Value"] = 5 });
        new EventReader(typeof(Action), ["*"]).Fields((Action)(() => { })).ShouldBeEmpty();
    }

    [Fact]
    public void WriteContent_writes_the_members_asked_for_and_null_for_no_event()
    {
        Written(["Count"], s_seen).ShouldBe(Written(["Count"], s_seen with { Host = "b" }));
        Written(["*"], s_seen).ShouldNotBe(Written(["*"], s_seen with { Host = "b" }));
        var nothing = new CanonicalBytes();
        nothing.Null();
        Written(["*"], null).ShouldBe(nothing.ToArray());
    }

    private static byte[] Written(string[] members, Seen? e)
    {
        var bytes = new CanonicalBytes();
        new EventReader(typeof(Seen), members).WriteContent(bytes, e);
        return bytes.ToArray();
    }

    private sealed record Seen(string Host, int Count, Action Raw);
}
