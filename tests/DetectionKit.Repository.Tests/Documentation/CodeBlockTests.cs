namespace DetectionKit.Repository.Tests.Documentation;

/// <summary>Code in the documentation is compiled, and what it prints was printed.</summary>
public sealed class CodeBlockTests
{
    [Fact]
    public void Code_block_is_a_snippet_of_compiled_code()
    {
        var blocks = MarkdownFile.All.SelectMany(file => file.CodeBlocks).Where(block => block.Language == "csharp" && !IsRulePage(block.File)).ToList();
        blocks.ShouldNotBeEmpty();
        foreach (var block in blocks)
        {
            var snippet = block.Marked("snippet");
            snippet.ShouldNotBeNull($"{block.File}:{block.Line}: put the code into a sample or a test, and <!-- snippet: folder/name --> before the block.");
            block.Text.ShouldBe(Snippet.Read(snippet), $"{block.File}:{block.Line} is not {snippet}: copy the snippet into it.");
        }
    }

    // What a rule reports is a part of a query, some of which does not compile: its tests hold whole ones.
    private static bool IsRulePage(string file) => file.Replace('\\', '/').Contains("docs/rules/", StringComparison.Ordinal);

    [Fact]
    public async Task Output_block_is_what_the_sample_prints()
    {
        var samples = new Dictionary<string, System.Reflection.Assembly>
        {
            ["01-FirstDetection"] = typeof(PasswordGuessing).Assembly,
            ["02-RxPipeline"] = System.Reflection.Assembly.Load("RxPipeline"),
        };
        var blocks = MarkdownFile.All.SelectMany(file => file.CodeBlocks).Where(block => block.Marked("output") is not null).ToList();
        blocks.ShouldNotBeEmpty();
        foreach (var block in blocks)
        {
            var printed = await SampleOutput.OfAsync(samples[block.Marked("output")!], TestContext.Current.CancellationToken);
            printed.ShouldBe(block.Text, $"{block.File}:{block.Line}");
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Command_is_one_that_ci_runs(string file)
    {
        var ci = Checkout.Read(".ci/run");
        var commands = new MarkdownFile(file).CodeBlocks.Where(block => block.Language == "bash" && block.Marker != "not run by CI").SelectMany(block => block.Text.Split('\n'))
            .Select(line => line.Split(" #")[0].TrimEnd()).Where(line => line.Length > 0).ToList();
        commands.ShouldNotBeEmpty();
        commands.Where(command => !ci.Contains(command, StringComparison.Ordinal)).ShouldBeEmpty($"commands of {file} that .ci/run does not have");
    }
}
