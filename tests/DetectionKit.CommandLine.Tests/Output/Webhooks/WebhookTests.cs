using System.Text.Json;

namespace DetectionKit.CommandLine.Tests.Output.Webhooks;

public sealed class WebhookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_posts_every_alert_as_it_prints_it_and_tries_again_what_failed()
    {
        using var receiver = new Receiver(503, 503);

        var run = await RunAsync(receiver, "--webhook-header", "Authorization: Bearer x");

        run.ExitCode.ShouldBe(0, run.Error);
        var requests = receiver.Requests.ToList();
        requests.Count.ShouldBe(3);
        requests.Select(request => request.Key).Distinct().ShouldHaveSingleItem().ShouldBe(run.Json[0].GetProperty("AlertId").GetString() + "-0");
        requests.ShouldAllBe(request => request.Authorization == "Bearer x");
        JsonDocument.Parse(requests[^1].Body).RootElement.ToString().ShouldBe(run.Json.ShouldHaveSingleItem().ToString());
        File.Exists(DeadLetter).ShouldBeFalse();
        run.Error.ShouldNotContain("delivered");
    }

    [Theory]
    [InlineData(400, "400 Bad Request", 1)]
    [InlineData(503, "503 Service Unavailable", 6)]
    public async Task Run_sets_aside_what_can_not_be_delivered_and_says_so(int answer, string why, int tries)
    {
        using var receiver = new Receiver([.. Enumerable.Repeat(answer, 6)]);

        var run = await RunAsync(receiver);

        run.ExitCode.ShouldBe(0, run.Error);
        receiver.Requests.Count.ShouldBe(tries);
        run.Error.ShouldContain($"1 of 1 alerts could not be delivered to {receiver.Address} ({why}): they are in {DeadLetter}.");
        (await File.ReadAllTextAsync(DeadLetter, TestContext.Current.CancellationToken)).ShouldBe(receiver.Requests.First().Body + Environment.NewLine);
    }

    [Fact]
    public async Task Run_tries_alerts_once_after_one_was_given_up_until_one_succeeds()
    {
        using var receiver = new Receiver([.. Enumerable.Repeat(503, 7), 200, 503]);

        var run = await RunAsync(receiver, "--set", "MinConnections=1", "--set", "Window=10m", "--disorder", "1m");

        // Six tries of the first, one of the second, the third succeeds, two of the fourth, one of each that follows.
        var keys = receiver.Requests.Select(request => request.Key).ToList();
        keys.CountBy(key => key).Take(4).Select(count => count.Value).ShouldBe([6, 1, 1, 2]);
        (await File.ReadAllLinesAsync(DeadLetter, TestContext.Current.CancellationToken)).Length.ShouldBe(2);
        run.Error.ShouldContain($"2 of {run.Json.Count} alerts could not be delivered");
    }

    [Theory]
    [InlineData("ftp://x", "Authorization: x", "--webhook ftp://x: write an address such as https://example.com/alerts.")]
    [InlineData("http://127.0.0.1:1/", "Bearer x", "--webhook-header Bearer x: write Name: value")]
    public async Task Run_refuses_what_is_no_address_or_header(string address, string header, string message)
    {
        var run = await CommandRun.OfAsync("run", "vps-beaconing", Events(), "--webhook", address, "--webhook-header", header);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Run_refuses_a_dead_letter_file_that_can_not_be_written()
    {
        var run = await CommandRun.OfAsync("run", "vps-beaconing", Events(), "--webhook", "http://127.0.0.1:1/", "--dead-letter", Path.Combine(Events(), "x"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"--dead-letter {Path.Combine(Events(), "x")}: ");
        run.Output.ShouldBeEmpty();
    }

    private string DeadLetter => _folder.PathOf("dead.ndjson");

    private string Events() => _folder.Write("events.ndjson", TemporaryFolder.Connections(55));

    private Task<CommandRun> RunAsync(Receiver receiver, params string[] more) =>
        CommandRun.OfAsync(["run", "vps-beaconing", Events(), "--output", "json", "--webhook", receiver.Address, "--dead-letter", DeadLetter, .. more]);
}
