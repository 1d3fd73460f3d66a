using System.IO.Compression;
using System.Net;
using DetectionKit.Networks.Tests.Lists;

namespace DetectionKit.Networks.Tests;

public sealed class HostingNetworksTests
{
    [Theory]
    [InlineData("104.131.0.69", "DigitalOcean (AS14061), listed 2026-06-17")]
    [InlineData("::ffff:104.131.0.69", "DigitalOcean (AS14061), listed 2026-06-17")]
    [InlineData("116.203.1.1", "Hetzner (AS24940), listed 2026-06-17")]
    [InlineData("2a01:4f8::1", "Hetzner (AS24940), listed 2026-06-17")]
    [InlineData("8.8.8.8", null)]
    [InlineData("203.0.113.7", null)]
    [InlineData("10.0.0.1", null)]
    [InlineData("host.example", null)]
    [InlineData(null, null)]
    public void Embedded_knows_hosting_providers(string? address, string? expected)
    {
        HostingNetworks.Embedded.Describe(address).ShouldBe(expected);
        HostingNetworks.Embedded.Contains(address).ShouldBe(expected is not null);
        if (IPAddress.TryParse(address, out var parsed)) (HostingNetworks.Embedded.Describe(parsed), HostingNetworks.Embedded.Contains(parsed)).ShouldBe((expected, expected is not null));
    }

    [Fact]
    public void Embedded_has_a_date() => HostingNetworks.Embedded.Date.ShouldBe(new DateOnly(2026, 6, 17));

    [Fact]
    public void Text_list_takes_networks_systems_and_their_ranges()
    {
        var file = Write("list.csv", """
            # date: 2026-11-01
            192.0.2.0/24,Mine
            192.0.2.9,Other,64500
            198.51.100.7

            AS64496,Example Cloud
            203.0.113.0,203.0.113.127,64496,Example
            203.0.113.128,203.0.113.255,64497,An office
            2001:db8::,2001:db8::ff,14061,DIGITALOCEAN-ASN
            """);
        var list = HostingNetworks.FromFile(file);

        list.Describe("192.0.2.1").ShouldBe("Mine, listed 2026-11-01");
        list.Describe("192.0.2.9").ShouldBe("Other (AS64500), listed 2026-11-01");
        list.Describe("198.51.100.7").ShouldBe("a hosting provider, listed 2026-11-01");
        list.Describe("203.0.113.127").ShouldBe("Example Cloud (AS64496), listed 2026-11-01");
        list.Describe("203.0.113.128").ShouldBeNull();
        list.Describe("2001:db8::ff").ShouldBe("DigitalOcean (AS14061), listed 2026-11-01");
        list.ToString().ShouldBe(file);
    }

    [Fact]
    public void Text_list_of_systems_alone_takes_their_networks_from_the_embedded_list()
    {
        var list = HostingNetworks.FromFile(Write("systems.txt", "AS14061\nas24940,The racks\n"));

        list.Find(IPAddress.Parse("104.131.0.69")).ShouldBe(new("DigitalOcean", 14061));
        list.Find(IPAddress.Parse("116.203.1.1")).ShouldBe(new("The racks", 24940));
        list.Contains("51.15.0.1").ShouldBeFalse();
        list.Date.ShouldBe(DateOnly.FromDateTime(DateTime.UtcNow));
    }

    [Fact]
    public void Text_list_may_be_compressed()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("networks-tests-").FullName, "list.csv.gz");
        using (var writer = new StreamWriter(new GZipStream(File.Create(file), CompressionLevel.Fastest))) writer.Write("192.0.2.0/24,Mine");

        HostingNetworks.FromFile(file).Contains("192.0.2.1").ShouldBeTrue();
    }

    [Theory]
    [InlineData("192.0.2.0/24,A\n192.0.2.300,B", "(2): '192.0.2.300' is no network")]
    [InlineData("192.0.2.9,192.0.2.1,64496", "(1): '192.0.2.9-192.0.2.1' is no network: its last address comes before its first")]
    [InlineData("192.0.2.0,192.0.2.1,x", "(1): 'x' is no autonomous system")]
    [InlineData("# date: soon", "(1): 'soon' is no date such as 2026-06-17")]
    [InlineData("AS64496,Unknown", "(1): the networks of AS64496 are not known")]
    public void Text_list_that_is_wrong_says_where(string text, string message) => Should.Throw<FormatException>(() => HostingNetworks.FromFile(Write("bad.csv", text))).Message.ShouldContain("bad.csv" + message);

    [Fact]
    public void MaxMind_database_of_systems_takes_those_of_hosting_providers()
    {
        var file = Write("asn.mmdb", new MaxMindDatabase()
            .Add("192.0.2.0/24", new() { ["autonomous_system_number"] = 14061u, ["autonomous_system_organization"] = "DIGITALOCEAN-ASN" })
            .Add("198.51.100.0/24", new() { ["autonomous_system_number"] = 64500u, ["autonomous_system_organization"] = "An office" })
            .Add("2001:db8::/32", new() { ["autonomous_system_number"] = 24940u })
            .Make(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero)));
        var list = HostingNetworks.Parse(file);

        list.Describe("192.0.2.1").ShouldBe("DigitalOcean (AS14061), listed 2026-09-01");
        list.Describe("2001:db8::1").ShouldBe("Hetzner (AS24940), listed 2026-09-01");
        list.Contains("198.51.100.1").ShouldBeFalse();
        list.Contains("203.0.113.1").ShouldBeFalse();
    }

    [Fact]
    public void MaxMind_database_that_marks_hosting_providers_is_believed()
    {
        var file = Write("anonymous.mmdb", new MaxMindDatabase()
            .Add("192.0.2.0/24", new() { ["is_hosting_provider"] = true })
            .Add("198.51.100.0/24", new() { ["is_anonymous_vpn"] = true })
            .Make(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero)));

        HostingNetworks.FromFile(file).Describe("192.0.2.1").ShouldBe("a hosting provider, listed 2026-09-01");
        HostingNetworks.FromFile(file).Contains("198.51.100.1").ShouldBeFalse();
    }

    [Fact]
    public void MaxMind_database_that_is_none_is_refused() => Should.Throw<FormatException>(() => HostingNetworks.FromFile(Write("x.mmdb", "no database"))).Message.ShouldContain("can't be read as a MaxMind database");

    [Fact]
    public void Reload_takes_the_new_list_or_keeps_the_old_one()
    {
        var file = Write("list.csv", "192.0.2.0/24,Old");
        var list = HostingNetworks.FromFile(file);
        File.WriteAllText(file, "192.0.2.0/24,New");
        list.Find(IPAddress.Parse("192.0.2.1"))!.Name.ShouldBe("Old");

        list.Reload();
        list.Find(IPAddress.Parse("192.0.2.1"))!.Name.ShouldBe("New");

        File.WriteAllText(file, "nonsense");
        Should.Throw<FormatException>(list.Reload);
        list.Find(IPAddress.Parse("192.0.2.1"))!.Name.ShouldBe("New");
    }

    [Fact]
    public async Task Watcher_reloads_when_the_file_changes()
    {
        var file = Write("list.csv", "192.0.2.0/24,Old");
        var list = HostingNetworks.FromFile(file);
        var errors = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        using var watcher = new HostingNetworksWatcher(list, errors.Enqueue);

        var changed = Path.Combine(Path.GetDirectoryName(file)!, "new");
        await File.WriteAllTextAsync(changed, "192.0.2.0/24,New", TestContext.Current.CancellationToken);
        File.Move(changed, file, overwrite: true);
        await Until(() => list.Find(IPAddress.Parse("192.0.2.1"))!.Name == "New");

        await File.WriteAllTextAsync(changed, "nonsense", TestContext.Current.CancellationToken);
        File.Move(changed, file, overwrite: true);
        await Until(() => !errors.IsEmpty);
        list.Find(IPAddress.Parse("192.0.2.1"))!.Name.ShouldBe("New");
    }

    [Fact]
    public void Watcher_of_a_list_without_a_file_is_refused() => Should.Throw<ArgumentException>(() => new HostingNetworksWatcher(HostingNetworks.Embedded)).Message.ShouldContain("embedded");

    [Fact]
    public void Parse_reads_what_is_written()
    {
        HostingNetworks.Parse("none").ShouldBeSameAs(HostingNetworks.None);
        HostingNetworks.Parse("Embedded").ShouldBeSameAs(HostingNetworks.Embedded);
        HostingNetworks.Parse(HostingNetworks.Embedded.ToString()).ShouldBeSameAs(HostingNetworks.Embedded);
        HostingNetworks.Embedded.ToString().ShouldBe("embedded:2026-06-17");
        HostingNetworks.None.Contains("104.131.0.69").ShouldBeFalse();
        Should.Throw<FormatException>(() => HostingNetworks.Parse("embedded:2020-01-01")).Message.ShouldContain("embeds the list of 2026-06-17");
        Should.Throw<FormatException>(() => HostingNetworks.Parse("/no/such/file")).Message.ShouldContain("There is no file /no/such/file");
        HostingNetworks.TryParse("/no/such/file", null, out _).ShouldBeFalse();
    }

    [Fact]
    public void Parse_nothing_says_what_to_write()
    {
        Should.Throw<FormatException>(() => HostingNetworks.Parse("")).Message.ShouldBe("Write embedded, none, or the path of a list.");
        Should.Throw<ArgumentNullException>(() => HostingNetworks.Parse(null!)).ParamName.ShouldBe("s");
        Should.Throw<FormatException>(() => HostingNetworks.Parse("embedded:2020-01-01")).Message.ShouldContain("and not that of 2020-01-01: write embedded");
        Should.Throw<ArgumentException>(() => HostingNetworks.FromFile("")).ParamName.ShouldBe("path");
    }

    [Fact]
    public void TryParse_gives_what_Parse_does()
    {
        HostingNetworks.TryParse("none", null, out var none).ShouldBeTrue();
        none.ShouldBeSameAs(HostingNetworks.None);
        HostingNetworks.TryParse(null, null, out var nothing).ShouldBeFalse();
        nothing.ShouldBeNull();
    }

    [Fact]
    public void Find_nothing_finds_nobody()
    {
        HostingNetworks.Embedded.Find(null).ShouldBeNull();
        HostingNetworks.None.Date.ShouldBeNull();
        ((IExampleValues)HostingNetworks.None).Examples.ShouldBeEmpty();
    }

    [Fact]
    public void Text_list_without_names_or_numbers_takes_what_there_is()
    {
        var list = HostingNetworks.FromFile(Write("list.csv", """
            192.0.2.0/25,,AS64500
            192.0.2.128/25,Mine,
            AS64496,
            203.0.113.0,203.0.113.127,AS64496
            """));

        list.Find(IPAddress.Parse("192.0.2.1")).ShouldBe(new("a hosting provider", 64500));
        list.Find(IPAddress.Parse("192.0.2.200")).ShouldBe(new("Mine", null));
        list.Find(IPAddress.Parse("203.0.113.1")).ShouldBe(new("AS64496", 64496));
    }

    [Fact]
    public void Text_list_that_is_not_compressed_as_its_name_says_is_refused() =>
        Should.Throw<FormatException>(() => HostingNetworks.FromFile(Write("list.csv.gz", "192.0.2.0/24,Mine"))).Message.ShouldContain("list.csv.gz can't be read: ");

    [Fact]
    public void MaxMind_database_that_marks_hosting_providers_may_name_them() => HostingNetworks.FromFile(Write("anonymous.mmdb", new MaxMindDatabase()
        .Add("192.0.2.0/24", new() { ["is_hosting_provider"] = true, ["autonomous_system_organization"] = "The racks" })
        .Make(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero)))).Find(IPAddress.Parse("192.0.2.1")).ShouldBe(new("The racks", null));

    [Fact]
    public async Task Watcher_reloads_when_the_file_is_written_in_place()
    {
        var file = Write("list.csv", "192.0.2.0/24,Old");
        var list = HostingNetworks.FromFile(file);
        using var watcher = new HostingNetworksWatcher(list);

        await File.AppendAllTextAsync(file, "\n198.51.100.0/24,New\n", TestContext.Current.CancellationToken);
        await Until(() => list.Contains("198.51.100.1"));
    }

    [Fact]
    public void Watcher_of_nothing_is_refused() => Should.Throw<ArgumentNullException>(() => new HostingNetworksWatcher(null!)).ParamName.ShouldBe("networks");

    [Fact]
    public void Of_networks_takes_the_longest_prefix()
    {
        var list = HostingNetworks.Of(("192.0.2.0/24", "A"), ("192.0.2.128/25", "B"));

        (list.Describe("192.0.2.1"), list.Describe("192.0.2.200")).ShouldBe(("A", "B"));
        list.ToString().ShouldBe("192.0.2.0/24=A;192.0.2.128/25=B");
    }

    private static async Task Until(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    private static string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("networks-tests-").FullName, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
