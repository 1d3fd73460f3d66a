using System.Text;
using DetectionKit.Simulator.Imperfections;

namespace DetectionKit.Simulator.Tests.Imperfections;

public sealed class ImperfectionFileTests
{
    [Fact]
    public void Parse_reads_every_section()
    {
        var read = Parse("""
            {
              // a comment may stand anywhere
              "disorder": { "share": 0.1, "longest": "00:02:00" },
              "lateness": { "share": 0.01, "shortest": "01:00:00", "longest": "1.00:00:00" },
              "duplicates": { "share": 0.02, "longest": "00:03:00" },
              "clockSkew": { "hosts": 0.3, "longest": "00:04:00" },
              "gaps": { "perHostDay": 2, "shortest": "00:05:00", "longest": "00:06:00" },
              "missingFields": { "user": 0.04, "image": 0.05, "commandLine": 0.06 },
              "malformed": 0.07,
            }
            """);
        read.ShouldBe(new ImperfectionOptions
        {
            DisorderShare = 0.1,
            DisorderLongest = TimeSpan.FromMinutes(2),
            LateShare = 0.01,
            LateShortest = TimeSpan.FromHours(1),
            LateLongest = TimeSpan.FromDays(1),
            DuplicateShare = 0.02,
            DuplicateLongest = TimeSpan.FromMinutes(3),
            SkewedHosts = 0.3,
            SkewLongest = TimeSpan.FromMinutes(4),
            GapsPerHostDay = 2,
            GapShortest = TimeSpan.FromMinutes(5),
            GapLongest = TimeSpan.FromMinutes(6),
            MissingUser = 0.04,
            MissingImage = 0.05,
            MissingCommandLine = 0.06,
            MalformedShare = 0.07,
        });
    }

    [Fact]
    public void Parse_names_file_line_and_field_of_every_problem_at_once()
    {
        var problems = Problems("""
            {
              "disorder": { "shar": 0.1 },
              "malformed": 2,
              "gaps": { "perHostDay": 1, "shortest": "soon" },
              "clockSkew": 3
            }
            """);
        problems.ShouldBe(
        [
            "bad.json, line 3, $.malformed: write a number from 0 to 1 in place of 2.",
            "bad.json, line 2, $.disorder.shar: there is no such field; the nearest one is 'share', and there are share, longest.",
            "bad.json, line 5, $.clockSkew: write an object, in braces, in place of 3.",
            "bad.json, line 4, $.gaps.shortest: write a time from \"00:00:00\" to \"7.00:00:00\", as \"01:30:00\" or \"1.12:00:00\", in place of \"soon\".",
        ]);
    }

    [Fact]
    public void Parse_refuses_a_shortest_above_the_longest() =>
        Problems("""{ "lateness": { "shortest": "02:00:00", "longest": "01:00:00" } }""").Single().ShouldStartWith("bad.json, line 1, $.lateness: LateShortest is 02:00:00");

    [Theory]
    [InlineData("{ \"malformed\": }", "bad.json, line 1: not JSON.")]
    [InlineData("{}\n}", "bad.json, line 2: not JSON.")]
    [InlineData("", "bad.json, line 1: not JSON.")]
    [InlineData("[]", "bad.json, line 1, $: write an object, in braces, in place of a list.")]
    [InlineData("{ \"malformed\": 0, \"malformed\": 1 }", "bad.json, line 1, $.malformed: it is given twice; leave one out.")]
    public void Parse_says_where_a_file_is_not_of_its_form(string json, string message) => Problems(json)[0].ShouldStartWith(message);

    [Fact]
    public void Validate_names_every_option_out_of_range()
    {
        var wrong = new ImperfectionOptions { DisorderShare = 2, LateLongest = TimeSpan.FromDays(8), GapsPerHostDay = double.NaN, SkewLongest = TimeSpan.FromDays(-1) };
        Should.Throw<ArgumentException>(() => Simulation.Create(new SimulationOptions { Seed = 1, Imperfections = wrong })).Message
            .ShouldStartWith("Imperfections: DisorderShare is 2; choose 0 to 1. Imperfections: GapsPerHostDay is NaN;");
        wrong.Validate().Count.ShouldBe(4);
    }

    private static ImperfectionOptions Parse(string json) => ImperfectionFile.Parse(Encoding.UTF8.GetBytes(json), "bad.json");

    private static string[] Problems(string json) => Should.Throw<InvalidDataException>(() => Parse(json)).Message.Split('\n');
}
