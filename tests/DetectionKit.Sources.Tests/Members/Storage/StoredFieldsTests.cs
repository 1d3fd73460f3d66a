using System.Globalization;
using System.Reflection;
using DetectionKit.Sources.Members.Storage;

namespace DetectionKit.Sources.Tests.Members.Storage;

/// <summary>What a constructor stores is known where it takes the same way each time, and what it is given goes nowhere else.</summary>
public sealed class StoredFieldsTests
{
    [Fact]
    public void Find_of_what_begins_a_field_tells_constants()
    {
        var stored = StoredFields.Of(Constructor<Begun>())!;

        Found<Begun>(stored).ShouldBe(new()
        {
            ["Text"] = StoredValue.Constant,
            ["Empty"] = StoredValue.Constant,
            ["Number"] = StoredValue.Constant,
            ["Long"] = StoredValue.Constant,
            ["Nullable"] = StoredValue.Constant,
            ["Double"] = StoredValue.Constant,
            ["Time"] = StoredValue.Other,
            ["Now"] = StoredValue.Other,
            ["List"] = StoredValue.Other,
            ["Unset"] = null,
        });
    }

    [Fact]
    public void Find_of_a_field_that_is_stored_twice_tells_the_last() => Found<Twice>(StoredFields.Of(Constructor<Twice>())!)["Text"].ShouldBe(StoredValue.Of(0));

    [Fact]
    public void Find_of_parameters_that_go_through_variables_and_base_constructors_tells_which()
    {
        var found = Found<Through>(StoredFields.Of(Constructor<Through>())!);

        found["Text"].ShouldBe(StoredValue.Of(1));
        found["Number"].ShouldBe(StoredValue.Of(0));
    }

    [Fact]
    public void Of_code_that_does_more_with_what_it_is_given_is_unknown()
    {
        StoredFields.Of(Constructor<Reassigning>()).ShouldBeNull();
        StoredFields.Of(Constructor<Passing>()).ShouldBeNull();
        StoredFields.Of(Constructor<Sharing>()).ShouldBeNull();
        StoredFields.Of(Constructor<SharingVariable>()).ShouldBeNull();
        StoredFields.Of(Constructor<Choosing>()).ShouldBeNull();
        StoredFields.Of(Constructor<Calling>()).ShouldBeNull();
        StoredFields.Of(Constructor<Converting>()).ShouldBeNull();
        StoredFields.Of(Constructor<Showing>()).ShouldBeNull();
        StoredFields.Of(Constructor<Linking>()).ShouldBeNull();
    }

    [Fact]
    public void Of_a_method_without_code_is_unknown() => StoredFields.Of(typeof(IDisposable).GetMethod(nameof(IDisposable.Dispose))!).ShouldBeNull();

    private static ConstructorInfo Constructor<T>() => typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.Public).ShouldHaveSingleItem();

    private static Dictionary<string, StoredValue?> Found<T>(StoredFields stored) => typeof(T).GetProperties().ToDictionary(
        property => property.Name,
        property => stored.Find(property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!));

    private sealed class Begun
    {
        public string Text { get; } = "a";

        public string Empty { get; } = string.Empty;

        public int Number { get; } = 5;

        public long Long { get; } = 5;

        public int? Nullable { get; } = 5;

        public double Double { get; } = 0.5;

        public TimeSpan Time { get; } = TimeSpan.FromSeconds(1);

        public DateTimeOffset Now { get; } = DateTimeOffset.UtcNow;

        public List<string> List { get; } = ["a", "b"];

        public int Unset { get; }
    }

    private sealed class Twice
    {
        public Twice(string text) => Text = text;

        public string Text { get; } = "a";
    }

    private class Base(string text)
    {
        public string Text { get; } = text;
    }

    private sealed class Through : Base
    {
        public Through(int number, string text)
            : base(text)
        {
            var copy = number;
            Number = 3;
            Number = copy;
        }

        public int Number { get; }
    }

    private sealed class Reassigning
    {
        public Reassigning(string text)
        {
            text = "other";
            Text = text;
        }

        public string Text { get; }
    }

    private sealed class Passing(string text)
    {
        public string Text { get; } = text.ToUpperInvariant();
    }

    private sealed class Sharing
    {
        public Sharing(int number)
        {
            Interlocked.Increment(ref number);
            Number = number;
        }

        public int Number { get; }
    }

    private sealed class SharingVariable
    {
        public SharingVariable(int number)
        {
            var copy = number;
            Interlocked.Increment(ref copy);
            Number = copy;
        }

        public int Number { get; }
    }

    private sealed class Choosing(string? text)
    {
        public string Text { get; } = text ?? "";
    }

    private sealed class Calling
    {
        public Calling(string text) => Set(text);

        public string? Text { get; private set; }

        private void Set(string text) => Text = text;
    }

    private sealed class Converting(int number)
    {
        public long Number { get; } = number;
    }

    private sealed class Showing(int number)
    {
        public string Text { get; } = number.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class Linking
    {
        public Linking() => Self = this;

        public Linking Self { get; }
    }
}
