using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Tests.Cases;

public sealed class CaseTextTests
{
    [Fact]
    public void Of_is_CSharp_that_makes_the_case() =>
        CaseText.Of(DetectionCase.Of("a \"call\"", Rules.Calls(1)).With(new CallOptions { Least = 1 }).Fires(Risk.Low)).ShouldBe(
            """
            DetectionCase.Of<Call>("a \u0022call\u0022", [
                new(DateTimeOffset.Parse("2026-03-02T08:00:00.0000000Z", CultureInfo.InvariantCulture), "a", 443, true),
            ]).With(new CallOptions { Least = 1 }).Fires("Low")
            """.ReplaceLineEndings("\n"));
}
