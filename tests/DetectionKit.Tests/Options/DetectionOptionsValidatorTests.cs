using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DetectionKit.Tests.Options;

public sealed class DetectionOptionsValidatorTests
{
    private sealed class Ruled
    {
        [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
        public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

        [Range(0.0, 1.0, MinimumIsExclusive = true)]
        public double Share { get; set; } = 0.5;

        [Range(1, int.MaxValue)]
        public int Least { get; set; } = 1;

        [Required]
        public string? Name { get; set; } = "x";

        [MinLength(1), MaxLength(3)]
        public int[] Ports { get; set; } = [1];

        [RegularExpression("^[a-z]+$")]
        public string Id { get; set; } = "a";

        [Range(1, 5, ErrorMessage = "choose from one to five")]
        public int Choice { get; set; } = 1;

        [Url]
        public string? Link { get; set; }
    }

    [CustomValidation(typeof(WholeClass), nameof(Check))]
    public sealed class WholeClass
    {
        public int Low { get; set; } = 2;

        public int High { get; set; } = 1;

        public static ValidationResult? Check(WholeClass options, ValidationContext context) =>
            options.Low > options.High ? new($"Low is {options.Low}; it must not exceed High, {options.High}") : ValidationResult.Success;
    }

    [Fact]
    public void Defaults_that_hold_give_no_message()
    {
        DetectionOptionsValidator.Validate(new SampleOptions(), "rule").ShouldBeEmpty();
        DetectionOptionsValidator.Validate(new Ruled(), "rule").ShouldBeEmpty();
        Should.NotThrow(() => DetectionOptionsValidator.ThrowIfInvalid(new Ruled(), "rule"));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_nested_groups_and_own_rules_too()
    {
        var options = new SampleOptions { MinConnections = 0, Window = TimeSpan.Zero, Limits = new() { Bytes = 0 } };
        string[] expected =
        [
            "vps-beaconing: MinConnections is 0; it must lie between 1 and 1000.",
            "vps-beaconing: Window is 00:00:00; it must be positive.",
            "vps-beaconing: Limits:Bytes is 0; it must be at least 1.",
        ];
        DetectionOptionsValidator.Validate(options, "vps-beaconing").ShouldBe(expected, ignoreOrder: true);
        Should.Throw<DetectionOptionsException>(() => DetectionOptionsValidator.ThrowIfInvalid(options, "vps-beaconing")).Errors.Count.ShouldBe(3);
    }

    [Fact]
    public void A_message_gives_name_value_and_rule()
    {
        var wrong = new Ruled
        {
            Window = TimeSpan.FromSeconds(30),
            Share = 0,
            Least = 0,
            Name = null,
            Ports = [1, 2, 3, 4],
            Id = "A1",
            Choice = 9,
            Link = "nowhere",
        };
        DetectionOptionsValidator.Validate(wrong, "r").ShouldBe(
            [
                "r: Window is 00:00:30; it must lie between 00:01:00 and 1.00:00:00.",
                "r: Share is 0; it must lie between 0 and 1, without 0.",
                "r: Least is 0; it must be at least 1.",
                "r: Name is null; it must have a value.",
                "r: Ports is [1, 2, 3, 4]; its length must be at most 3.",
                "r: Id is 'A1'; it must match ^[a-z]+$.",
                "r: Choice is 9; choose from one to five.",
                "r: Link is 'nowhere'; The Link field is not a valid fully-qualified http, https, or ftp URL.",
            ]);
    }

    private sealed class Circle
    {
        [Range(1, 5)]
        public int Radius { get; set; }

        public Circle Self => this;
    }

    [Fact]
    public void A_group_that_holds_itself_is_checked_once() =>
        DetectionOptionsValidator.Validate(new Circle(), "r").ShouldBe(["r: Radius is 0; it must lie between 1 and 5."]);

    [Fact]
    public void A_rule_on_the_class_is_checked() =>
        DetectionOptionsValidator.Validate(new WholeClass(), "r").ShouldBe(["r: Low is 2; it must not exceed High, 1."]);

    [Fact]
    public void The_adapter_fails_its_own_instance_only()
    {
        var adapter = new ValidateDetectionOptions<Ruled>("rule", "rule");
        var wrong = new Ruled { Least = 0 };
        adapter.Validate("rule", wrong).Failures.ShouldBe(["rule: Least is 0; it must be at least 1."]);
        adapter.Validate("other", wrong).ShouldBe(ValidateOptionsResult.Skip);
        adapter.Validate("rule", new Ruled()).ShouldBe(ValidateOptionsResult.Success);
        new ValidateDetectionOptions<Ruled>("rule").Validate("any", wrong).Failed.ShouldBeTrue();
    }
}
