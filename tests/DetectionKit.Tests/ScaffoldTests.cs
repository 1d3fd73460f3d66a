namespace DetectionKit.Tests;

public sealed class ScaffoldTests
{
    [Fact]
    public void Runs() => (1 + 1).ShouldBe(2);
}
