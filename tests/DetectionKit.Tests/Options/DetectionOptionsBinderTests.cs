using System.Globalization;
using System.Net;
using CsCheck;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.Tests.Options;

public sealed class DetectionOptionsBinderTests
{
    [Fact]
    public void Bind_without_a_section_leaves_the_defaults() =>
        DetectionOptionsBinder.Bind<SampleOptions>(null).ExcludedNetworks.Items.ShouldBe(["10.0.0.0/8", "192.168.0.0/16", "::1"]);

    [Fact]
    public void Bind_reads_every_kind_of_value()
    {
        var o = Bind(
            ("minconnections", "20"), ("Share", "2.5e-1"), ("Factor", "0.1"), ("WholeFileName", "TRUE"), ("Window", "90m"), ("Lateness", "00:00:30"),
            ("Since", "2024-05-06T07:08:09"), ("MinLevel", "high"), ("Name", " a, b "), ("Disorder", "10m"), ("Collector", "192.0.2.1"),
            ("Limits:Groups", "5"), ("Others:Bytes", "7"));
        o.MinConnections.ShouldBe(20);
        o.Share.ShouldBe(0.25);
        o.Factor.ShouldBe(0.1m);
        o.WholeFileName.ShouldBeTrue();
        o.Window.ShouldBe(TimeSpan.FromMinutes(90));
        o.Lateness.ShouldBe(TimeSpan.FromSeconds(30));
        o.Since.ShouldBe(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero));
        o.MinLevel.ShouldBe(SampleOptions.Level.High);
        o.Name.ShouldBe(" a, b ");
        o.Disorder.ShouldBe(Disorder.Within(TimeSpan.FromMinutes(10)));
        o.Collector.ShouldBe(IPAddress.Parse("192.0.2.1"));
        o.Limits.Groups.ShouldBe(5);
        o.Limits.Bytes.ShouldBe(1 << 20);
        o.Others!.Bytes.ShouldBe(7);
    }

    [Fact]
    public void An_empty_value_of_a_nullable_is_null() => Bind(("Lateness", "")).Lateness.ShouldBeNull();

    [Fact]
    public void A_null_value_needs_an_option_that_allows_it()
    {
        Bind(("Note", null)).Note.ShouldBeNull();
        Errors(("Name", null), ("MinConnections", null), ("Ports", null)).ShouldBe(
            [
                "rule:MinConnections has no value; expected a whole number from -2147483648 to 2147483647.",
                "rule:Name has no value; expected a text.",
                "rule:Ports has no value; expected a list (an empty value is an empty list).",
            ]);
    }

    [Fact]
    public void A_list_replaces_its_default()
    {
        var o = Bind(
            ("ExcludedNetworks:0", "172.16.0.0/12"), ("ExcludedImages", "a.exe, b.exe"), ("Ports", "22"), ("Users:0", "a,b"), ("Periods", "1m,2h"),
            ("Levels", "high,Low"), ("Hosts", "x"));
        o.ExcludedNetworks.Items.ShouldBe(["172.16.0.0/12"]);
        o.ExcludedImages.Items.ShouldBe(["a.exe", "b.exe"]);
        o.Ports.ShouldBe([22]);
        o.Users.ShouldBe(["a,b"]);
        o.Periods.ShouldBe([TimeSpan.FromMinutes(1), TimeSpan.FromHours(2)]);
        o.Levels.ShouldBe([SampleOptions.Level.High, SampleOptions.Level.Low]);
        o.Hosts.ShouldBe(["x"]);
    }

    [Fact]
    public void An_empty_value_is_an_empty_list()
    {
        var o = Bind(("ExcludedNetworks", ""), ("ExcludedImages", ""), ("Ports", ""), ("Periods", ""), ("Hosts", ""));
        o.ExcludedNetworks.ShouldBe(NetworkSet.Empty);
        o.ExcludedImages.ShouldBe(ImageNames.Empty);
        o.Ports.ShouldBeEmpty();
        o.Periods.ShouldBeEmpty();
        o.Hosts.ShouldBeEmpty();
    }

    [Fact]
    public void A_value_from_a_later_provider_replaces_the_children_of_an_earlier_one()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ExcludedNetworks:0", "10.0.0.0/8"), new("Ports:0", "1"), new("Ports:1", "2")])
            .AddInMemoryCollection([new("ExcludedNetworks", ""), new("Ports", "3")])
            .Build();
        var o = DetectionOptionsBinder.Bind<SampleOptions>(configuration);
        o.ExcludedNetworks.ShouldBe(NetworkSet.Empty);
        o.Ports.ShouldBe([3]);
    }

    [Fact]
    public void Items_keep_the_order_of_their_numbers() =>
        Bind([.. Enumerable.Range(0, 12).Select(i => ($"Ports:{i}", (string?)$"{i * 7}"))]).Ports.ShouldBe(Enumerable.Range(0, 12).Select(i => i * 7));

    [Fact]
    public void Add_and_Remove_change_the_default_list()
    {
        var o = Bind(
            ("ExcludedNetworks:Add", "172.16.0.0/12"), ("ExcludedNetworks:Remove", "0:0::1"), ("ExcludedImages:add:0", "foo.exe"),
            ("ExcludedImages:remove", "CHROME.EXE"), ("Ports:Add", "22,23"), ("Ports:Remove:0", "80"), ("Users:Remove", "ROOT"), ("Hosts:Add", "DC01,dc02"));
        o.ExcludedNetworks.Items.ShouldBe(["10.0.0.0/8", "192.168.0.0/16", "172.16.0.0/12"]);
        o.ExcludedImages.Items.ShouldBe(["teams.exe", "foo.exe"]);
        o.Ports.ShouldBe([443, 22, 23]);
        o.Users.ShouldBeEmpty();
        o.Hosts.ShouldBe(["dc01", "dc02"]);
    }

    [Fact]
    public void Add_and_Remove_change_a_configured_list() =>
        Bind(("Ports", "1,2"), ("Ports:Add", "3"), ("Ports:Remove", "1")).Ports.ShouldBe([2, 3]);

    [Fact]
    public void Remove_of_what_is_not_there_names_the_nearest_item() =>
        Errors(("ExcludedImages:Remove", "chrom.exe"), ("Levels:Remove", "High"), ("Ports:Remove", "81")).ShouldBe(
            [
                "rule:ExcludedImages:Remove is 'chrom.exe', which is not in the list; the nearest item is chrome.exe.",
                "rule:Levels:Remove is 'High', but the list is empty.",
                "rule:Ports:Remove is '81', which is not in the list; the nearest item is 80.",
            ]);

    [Fact]
    public void An_unknown_key_names_the_nearest_known_one() =>
        Errors(("MinConections", "1"), ("Limits:Bites", "1"), ("ExcludedImages:Ad", "x.exe"), ("Half", "1h"), ("Window:Size", "1h")).ShouldBe(
            [
                "rule:ExcludedImages:Ad is not an option; the nearest is Add (rule:ExcludedImages is a list).",
                "rule:Half is not an option; the nearest is Share.",
                "rule:Limits:Bites is not an option; the nearest is Bytes.",
                "rule:MinConections is not an option; the nearest is MinConnections.",
                "rule:Window:Size is not an option: rule:Window takes one value, a duration such as 90s, 90m, 1h, 1d or 01:00:00.",
            ]);

    [Theory]
    [InlineData("MinConnections", "1,5", "expected a whole number from -2147483648 to 2147483647")]
    [InlineData("MinConnections", "3000000000", "expected a whole number from -2147483648 to 2147483647")]
    [InlineData("Share", "0,5", "expected a number such as 0.5")]
    [InlineData("Share", "NaN", "expected a number such as 0.5")]
    [InlineData("WholeFileName", "yes", "expected true or false")]
    [InlineData("Window", "60", "expected a duration such as")]
    [InlineData("Since", "yesterday", "expected a time such as")]
    [InlineData("MinLevel", "1", "expected one of Low, High")]
    [InlineData("MinLevel", "Medium", "expected one of Low, High")]
    [InlineData("Disorder", "some", "write any, or a tolerance")]
    [InlineData("Collector", "nowhere", "expected what IPAddress.Parse reads")]
    [InlineData("Ports", "80,http", "'http'; expected a whole number")]
    [InlineData("Ports", "80,,443", "''; expected a whole number")]
    [InlineData("ExcludedNetworks:1", "10.0.0.0/99", "'10.0.0.0/99' is no network")]
    [InlineData("ExcludedNetworks:Add", "ten", "'ten' is no network")]
    [InlineData("Limits", "5", "write rule:Limits:Groups")]
    [InlineData("Callback", "x", "SampleOptions.Callback is of type System.Func")]
    [InlineData("Limits:Groups", "-1", "a number of groups is not negative")]
    public void A_wrong_value_names_its_key_itself_and_what_is_expected(string key, string value, string expected)
    {
        var error = Errors((key, value)).ShouldHaveSingleItem();
        error.ShouldStartWith($"rule:{key}");
        error.ShouldContain(expected);
        if (key is not ("Callback" or "Limits:Groups" or "Ports")) error.ShouldContain($"'{value}'");
    }

    [Fact]
    public void Nothing_is_set_when_anything_is_wrong()
    {
        var options = new SampleOptions();
        var wrong = Should.Throw<DetectionOptionsException>(() =>
            DetectionOptionsBinder.Bind(Section(("MinConnections", "20"), ("Limits:Groups", "7"), ("Share", "much"), ("Nam", "x")), options));
        wrong.Errors.Count.ShouldBe(2);
        wrong.Errors.ShouldAllBe(e => wrong.Message.Contains(e, StringComparison.Ordinal));
        options.MinConnections.ShouldBe(12);
        options.Limits.Groups.ShouldBe(100);
    }

    [Fact]
    public void A_section_that_is_a_value_is_refused() =>
        Should.Throw<DetectionOptionsException>(() => DetectionOptionsBinder.Bind<SampleOptions>(
            new ConfigurationBuilder().AddInMemoryCollection([new("rule", "on")]).Build().GetSection("rule")))
            .Message.ShouldBe("rule is 'on', but it is a group of options: write rule:ExcludedNetworks and so on.");

    [Fact]
    public void Numbers_are_read_in_the_invariant_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NumberGroupSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = commas;
            Bind(("Share", "0.25")).Share.ShouldBe(0.25);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_list_of_numbers_is_read_back() =>
        Gen.Int.Array[0, 20].Sample(ports =>
            Bind(("Ports", string.Join(',', ports))).Ports.SequenceEqual(ports)
            && (ports.Length == 0 || Bind([.. ports.Select((p, i) => ($"Ports:{i}", (string?)$"{p}"))]).Ports.SequenceEqual(ports)));

    private static SampleOptions Bind(params (string Key, string? Value)[] values) => DetectionOptionsBinder.Bind<SampleOptions>(Section(values));

    private static IReadOnlyList<string> Errors(params (string Key, string? Value)[] values) =>
        Should.Throw<DetectionOptionsException>(() => Bind(values)).Errors;

    private static IConfigurationSection Section(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>($"rule:{v.Key}", v.Value)))
            .Build()
            .GetSection("rule");
}
