namespace DetectionKit.Repository.Tests.Documentation;

public sealed class DecisionRecordsTests
{
    [Fact]
    public void Record_is_numbered_without_gaps()
    {
        var records = Checkout.Files("*.md", "docs/decisions").Select(Path.GetFileName).Where(name => name != "README.md").ToList();
        records.ShouldNotBeEmpty();
        records.Select(name => name![..5]).ShouldBe(Enumerable.Range(1, records.Count).Select(number => $"{number:0000}-"));
    }

    [Fact]
    public void Record_says_what_was_decided_why_and_at_what_price()
    {
        foreach (var record in Checkout.Files("*.md", "docs/decisions").Where(path => !path.EndsWith("README.md", StringComparison.Ordinal)))
        {
            var text = Checkout.Read(record);
            foreach (var part in new[] { "\n## Context\n", "\n## Decision\n", "\n## Consequences\n" }) text.ShouldContain(part, customMessage: record);
            Checkout.Read("docs/decisions/README.md").ShouldContain(Path.GetFileName(record));
        }
    }
}
