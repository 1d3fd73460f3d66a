using DetectionKit.Tests.Explain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DetectionKit.Tests.Detections.Registration;

public sealed class DetectionServicesTests
{
    [Fact]
    public void AddDetection_registers_one_detection_as_itself_and_as_a_detection()
    {
        using var services = new ServiceCollection().AddDetectionKit().AddDetection<Bursts>().Services.BuildServiceProvider();

        services.GetRequiredService<Bursts>().ShouldBeSameAs(services.GetServices<Detection>().ShouldHaveSingleItem());
        services.GetRequiredService<IOptionsMonitor<BurstOptions>>().CurrentValue.MinConnections.ShouldBe(new BurstOptions().MinConnections);
    }

    [Fact]
    public void AddDetection_binds_its_section_so_that_lists_replace()
    {
        var configuration = new ChangingConfiguration(
            ("Detections:bursts:MinConnections", "9"), ("Detections:bursts:ExcludedNetworks:0", "198.51.100.0/24"), ("Detections:bursts:ExcludedImages:Add", "edge.exe"));
        using var services = new ServiceCollection().AddDetectionKit(configuration.Root).AddDetection<Bursts>().Services.BuildServiceProvider();
        var options = services.GetRequiredService<IOptions<BurstOptions>>().Value;

        options.MinConnections.ShouldBe(9);
        options.ExcludedNetworks.Items.ShouldBe(["198.51.100.0/24"]);
        options.ExcludedImages.Items.ShouldBe(["chrome.exe", "edge.exe"]);
    }

    [Fact]
    public void AddDetection_without_a_given_root_reads_the_hosts_configuration()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Detections:bursts:MinConnections"] = "9";
        builder.Services.AddDetectionKit().AddDetection<Bursts>();
        using var host = builder.Build();

        host.Services.GetRequiredService<IOptionsMonitor<BurstOptions>>().CurrentValue.MinConnections.ShouldBe(9);
    }

    [Theory]
    [InlineData("MinConnections", "0", "bursts: MinConnections is 0; it must be at least 1.")]
    [InlineData("Window", "-1h", "bursts: Window is -01:00:00; it must be above zero.")]
    [InlineData("MinConections", "9", "Detections:bursts:MinConections is not an option; the nearest is MinConnections.")]
    [InlineData("MinConnections", "many", "Detections:bursts:MinConnections is 'many'; expected a whole number")]
    public async Task Host_with_bad_options_does_not_start_and_says_why(string key, string value, string message)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration[$"Detections:bursts:{key}"] = value;
        builder.Services.AddDetectionKit().AddDetection<Bursts>();
        using var host = builder.Build();

        var error = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        error.Message.ShouldContain(message);
    }

    [Fact]
    public async Task Host_with_a_key_for_a_detection_without_options_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Detections:plain:MinConnections"] = "9";
        builder.Services.AddDetectionKit().AddDetection(Plain("plain")).AddDetection(Plain("other"));
        using var host = builder.Build();

        var error = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        error.Message.ShouldContain("Detections:plain:MinConnections is not an option");
    }

    [Fact]
    public void AddDetection_of_an_id_or_an_options_class_in_use_is_refused()
    {
        var kit = new ServiceCollection().AddDetectionKit().AddDetection<Bursts>();

        Should.Throw<InvalidOperationException>(() => kit.AddDetection<Bursts>()).Message.ShouldContain("bursts is registered already (Bursts)");
        Should.Throw<InvalidOperationException>(() => kit.AddDetection<SameOptions>()).Message.ShouldContain("same-options and bursts share the options class BurstOptions");
    }

    private static Detection Plain(string id) => Detection.Define(id, (Events<NetworkConnection> events) => events.Where(c => c.RemotePort == 1));

    public sealed class SameOptions : Detection<NetworkConnection, NetworkConnection, BurstOptions>
    {
        public override DetectionQuery<NetworkConnection> Define(Events<NetworkConnection> events, BurstOptions o) => events.Where(c => c.RemotePort > o.MinConnections);
    }
}
