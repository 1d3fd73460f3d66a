using System.Globalization;
using CsCheck;
using DetectionKit.Tests.Properties;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.Tests.Options;

public sealed class OptionsTextTests
{
    private sealed class Small
    {
        public string? Text { get; set; }

        public string[]? Items { get; set; }

        public double Real { get; set; }

        public decimal Exact { get; set; }

        public Limits? Limits { get; set; }
    }

    private sealed class Endless
    {
        public int Value { get; set; }

        public Endless Self => this;
    }

    [Fact]
    public void Canonical_is_sorted_lines_with_the_keys_of_configuration() =>
        OptionsText.Canonical(new Small { Text = "a\\\nb", Items = ["x", "y"], Real = 0.1, Exact = 1.50m, Limits = new() }).ShouldBe(
            "Exact=1.5\nItems:0=x\nItems:1=y\nLimits:Bytes=1048576\nLimits:Groups=100\nReal=0.1\nText=a\\\\\\nb\n");

    [Fact]
    public void Null_empty_and_absent_differ()
    {
        OptionsText.Canonical(new Small()).ShouldBe("Exact=0\nItems\nLimits\nReal=0\nText\n");
        OptionsText.Canonical(new Small { Text = "", Items = [] }).ShouldBe("Exact=0\nItems=\nLimits\nReal=0\nText=\n");
        OptionsText.Canonical(null).ShouldBe("");
    }

    [Fact]
    public void Hash_is_equal_exactly_when_the_values_are()
    {
        var text = Gen.OneOf<string?>(null, "", "a", "b", "a\nReal=1", "a\\nReal=1");
        var items = Gen.OneOf<string[]?>(
            text.Array[0, 2].Select(i => (string[]?)[.. i.Select(t => t ?? "")]),
            Gen.OneOf<string[]?>(null, ["a", "b"], ["a, b"]));
        var options = Gen.Select(text, items, Gen.OneOf(0.0, -0.0, 1.0), Gen.OneOf(1.0m, 1.00m, 2m))
            .Select(p => new Small { Text = p.Item1, Items = p.Item2, Real = p.Item3, Exact = p.Item4 });
        Gen.Select(options, options).Sample((a, b) =>
        {
            var sameItems = a.Items is null || b.Items is null ? a.Items == b.Items : a.Items.SequenceEqual(b.Items);
            return (OptionsText.Hash(a) == OptionsText.Hash(b)) == (sameItems && a.Text == b.Text && a.Real == b.Real && a.Exact == b.Exact);
        }, iter: Iterations.Of(20_000));
    }

    [Fact]
    public void Hash_of_lists_follows_their_equality()
    {
        string Hash(NetworkSet networks, ImageNames images) => OptionsText.Hash(new SampleOptions { ExcludedNetworks = networks, ExcludedImages = images });
        Hash(["10.0.0.0/9", "10.128.0.0/9"], ["B.exe", "a.exe"]).ShouldBe(Hash(["10.0.0.0/8"], ["a.EXE", "b.exe"]));
        Hash(["10.0.0.0/8"], ["a.exe"]).ShouldNotBe(Hash(["10.0.0.0/8"], ["b.exe"]));
        Hash(["10.0.0.0/8"], []).ShouldNotBe(Hash(["10.0.0.0/9"], []));
        string HashOfHosts(params string[] hosts) => OptionsText.Hash(new SampleOptions { Hosts = new HashSet<string>(hosts) });
        HashOfHosts("a", "b").ShouldBe(HashOfHosts("b", "a"));
    }

    [Fact]
    public void Hash_is_that_of_the_canonical_lines_in_any_culture()
    {
        // From sha256sum, over the lines Exact=0, Items, Limits, Real=0.5, Text=x: alerts of different runs and versions are compared by it.
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            OptionsText.Hash(new Small { Text = "x", Real = 0.5 }).ShouldBe("f68aacd96c18a354");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Describe_lists_options_as_declared_and_shortens_lists()
    {
        var described = OptionsText.Describe(new SampleOptions
        {
            ExcludedImages = ImageNames.FromItems(Enumerable.Range(10, 17).Select(i => $"name{i}.exe")),
        });
        described.Select(d => d.Name).ShouldBe(
            [
                "ExcludedNetworks", "ExcludedImages", "MinConnections", "Share", "Factor", "WholeFileName", "Window", "Lateness", "Since", "MinLevel", "Name",
                "Note", "Disorder", "Collector", "Ports", "Users", "Periods", "Levels", "Hosts", "Limits:Groups", "Limits:Bytes", "Others", "Callback",
            ]);
        var values = described.ToDictionary(d => d.Name, d => d.Value);
        values["ExcludedNetworks"].ShouldBe("[10.0.0.0/8, 192.168.0.0/16, ::1]");
        values["ExcludedImages"].ShouldBe("[name10.exe, name11.exe, name12.exe, name13.exe, name14.exe, … 17 in all]");
        values["Window"].ShouldBe("01:00:00");
        values["Name"].ShouldBe("'sample'");
        values["Periods"].ShouldBe("[00:00:05]");
        values["Others"].ShouldBe("null");
        OptionsText.Describe(new SampleOptions { Periods = default }).ShouldContain(("Periods", "null"));
        OptionsText.Describe(null).ShouldBeEmpty();
    }

    [Fact]
    public void Values_differ_by_the_options_that_changed()
    {
        var before = OptionsText.Values(new SampleOptions());
        var after = OptionsText.Values(new SampleOptions { Window = TimeSpan.FromHours(2), Ports = [80], Others = new(), ExcludedNetworks = ["10.0.0.0/8"] });
        before.Zip(after).Where(p => p.First.Value != p.Second.Value).Select(p => p.First.Name).ShouldBe(["ExcludedNetworks", "Window", "Ports", "Others"]);
        before.Select(v => v.Name).ShouldBe(after.Select(v => v.Name));
        OptionsText.Values(null).ShouldBeEmpty();
    }

    [Fact]
    public void A_value_without_text_is_refused_by_name() =>
        Should.Throw<NotSupportedException>(() => OptionsText.Hash(new SampleOptions { Callback = () => 1 }))
            .Message.ShouldStartWith("Callback is of type System.Func");

    [Fact]
    public void A_cycle_is_refused() =>
        Should.Throw<NotSupportedException>(() => OptionsText.Canonical(new Endless())).Message.ShouldContain("cycle");

    [Fact]
    public void Every_option_is_read_back_from_its_canonical_text()
    {
        var options = new SampleOptions
        {
            MinConnections = 7,
            Share = 1e-7,
            Window = TimeSpan.FromTicks(1),
            Lateness = null,
            Since = new(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)),
            MinLevel = SampleOptions.Level.High,
            Disorder = Disorder.Within(TimeSpan.FromSeconds(3)),
            Ports = [],
            Users = ["a,b", "c"],
            Limits = new() { Groups = 3 },
        };
        var values = OptionsText.Canonical(options).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => l is not ("Others" or "Callback"))
            .Select(l => l.Split('=', 2))
            .Select(p => new KeyValuePair<string, string?>(p[0], p.Length > 1 ? p[1] : null));
        var read = DetectionOptionsBinder.Bind<SampleOptions>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        OptionsText.Hash(read).ShouldBe(OptionsText.Hash(options));
        OptionsText.Hash(read).ShouldNotBe(OptionsText.Hash(new SampleOptions()));
    }
}
