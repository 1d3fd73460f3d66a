using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Members.Storage;

namespace DetectionKit.Sources.Tests.Members.Storage;

/// <summary>A member can be read from JSON without its event where the type keeps what it is given, and only there.</summary>
public sealed class KeptMembersTests
{
    [Fact]
    public void AreAll_of_what_the_compiler_makes_by_itself_holds()
    {
        AreAll<Positional>().ShouldBeTrue();
        AreAll<Settable>().ShouldBeTrue();
        AreAll<Constructed>().ShouldBeTrue();
        AreAll<Derived>().ShouldBeTrue();
        AreAll<Value>().ShouldBeTrue();
        AreAll<WithField>().ShouldBeTrue();
        AreAll<WithComputed>().ShouldBeTrue();
        AreAll<Generic<string>>().ShouldBeTrue();
    }

    [Fact]
    public void AreAll_of_generated_contracts_is_that_of_others()
    {
        new KeptMembers<KeptEvent>(KeptEventContext.Default.KeptEvent).AreAll.ShouldBeTrue();
        new KeptMembers<KeptValue>(KeptEventContext.Default.KeptValue).AreAll.ShouldBeTrue();
        new KeptMembers<TrimmedEvent>(KeptEventContext.Default.TrimmedEvent).AreAll.ShouldBeFalse();
    }

    [Fact]
    public void AreAll_of_a_type_whose_code_does_more_fails()
    {
        AreAll<Trimming>().ShouldBeFalse();
        AreAll<TrimmingRecord>().ShouldBeFalse();
        AreAll<Refusing>().ShouldBeFalse();
        AreAll<Defaulting>().ShouldBeFalse();
        AreAll<Scattering>().ShouldBeFalse();
        AreAll<Telling>().ShouldBeFalse();
        AreAll<Swapped>().ShouldBeFalse();
        AreAll<OverTrimming>().ShouldBeFalse();
        AreAll<Computing>().ShouldBeFalse();
    }

    [Fact]
    public void AreAll_of_a_contract_whose_delegates_were_replaced_fails()
    {
        AreAll<Settable>(contract => contract.CreateObject = () => new Settable { Status = 5 }).ShouldBeFalse();
        AreAll<Settable>(contract => ((JsonTypeInfo<Settable>)contract).CreateObject = () => new Settable { Status = 5 }).ShouldBeFalse();
        AreAll<Settable>(contract => contract.Properties.Single(property => property.Name == "User").Set = (item, value) => ((Settable)item).User = ((string)value!).Trim()).ShouldBeFalse();
        AreAll<Settable>(contract => contract.Properties.Single(property => property.Name == "Extra").Set = (item, value) => ((Settable)item).Extra = $"{value}").ShouldBeFalse();
        AreAll<Settable>(contract => contract.Properties.Single(property => property.Name == "Extra").Set = (item, value) => ((Settable)item).Extra = value).ShouldBeTrue();
    }

    [Fact]
    public void IsKept_of_a_member_that_is_made_of_others_fails()
    {
        var contract = Contract<WithComputed>();
        var kept = new KeptMembers<WithComputed>(contract);

        contract.Properties.Where(kept.IsKept).Select(property => property.Name).ShouldBe(["User"]);
    }

    [Fact]
    public void BeginsAlike_of_a_member_that_is_begun_by_a_call_fails()
    {
        var contract = Contract<Settable>();
        var kept = new KeptMembers<Settable>(contract);

        contract.Properties.Where(property => !kept.BeginsAlike(property)).Select(property => property.Name).ShouldBe(["Id", "Tags", "Extra"]);
    }

    [Fact]
    public void BeginsAlike_of_what_a_constructor_is_given_holds()
    {
        var contract = Contract<Positional>();

        contract.Properties.ShouldAllBe(property => new KeptMembers<Positional>(contract).BeginsAlike(property));
    }

    [Fact]
    public void BeginsAlike_of_a_struct_holds()
    {
        var contract = Contract<Value>();

        contract.Properties.ShouldAllBe(property => new KeptMembers<Value>(contract).BeginsAlike(property));
    }

    private static bool AreAll<T>(Action<JsonTypeInfo>? change = null) => new KeptMembers<T>(Contract<T>(change)).AreAll;

    private static JsonTypeInfo<T> Contract<T>(Action<JsonTypeInfo>? change = null)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        if (change is not null)
        {
            resolver.Modifiers.Add(contract =>
            {
                if (contract.Type == typeof(T)) change(contract);
            });
        }

        return (JsonTypeInfo<T>)new JsonSerializerOptions { TypeInfoResolver = resolver }.GetTypeInfo(typeof(T));
    }

    private sealed record Positional(string User, int Status = 3, long? Bytes = 7);

    private sealed class Settable
    {
        public string User { get; set; } = "";

        public string Agent { get; set; } = string.Empty;

        public int Status { get; set; } = 7;

        public long? Bytes { get; set; } = 5;

        public double Seconds { get; set; }

        public Guid Id { get; set; } = Guid.NewGuid();

        public List<string> Tags { get; set; } = ["a"];

        public object? Extra { get; set; } = new();
    }

    private sealed class Constructed
    {
        public Constructed(string user, int status) => (User, Status) = (user, status);

        public string User { get; } = "";

        public int Status { get; }
    }

    private record Base(string User);

    private sealed record Derived(string User, int Status) : Base(User);

    private readonly record struct Value(string User, int Status);

    private sealed class WithField
    {
        [JsonInclude]
        private readonly string _user = "";

        public override string ToString() => _user;
    }

    private sealed record WithComputed(string User)
    {
        public string Shown => User.ToUpperInvariant();
    }

    private sealed record Generic<V>(V User);

    private sealed class Trimming
    {
        public string User { get; set => field = value.Trim(); } = "";

        public int Status { get; set; }
    }

    private sealed record TrimmingRecord(string User)
    {
        public string User { get; init; } = User.Trim();
    }

    private sealed record Refusing
    {
        public Refusing(string user)
        {
            ArgumentException.ThrowIfNullOrEmpty(user);
            User = user;
        }

        public string User { get; }
    }

    private sealed class Defaulting(string? user)
    {
        public string User { get; } = user ?? "nobody";
    }

    private sealed class Scattering
    {
        public string User { get; set; } = "";

        public string Mail
        {
            get;
            set
            {
                field = value;
                User = value;
            }
        } = "";
    }

    private sealed class Telling
    {
        private static readonly List<Telling> s_all = [];

        public Telling(string user)
        {
            User = user;
            s_all.Add(this);
        }

        public string User { get; set; }
    }

    private sealed class Swapped(string user, string agent)
    {
        public string User { get; } = agent;

        public string Agent { get; } = user;
    }

    private record TrimmingBase
    {
        protected TrimmingBase(string user) => User = user.Trim();

        public string User { get; init; }
    }

    private sealed record OverTrimming(string User, int Status) : TrimmingBase(User);

    private sealed class Computing
    {
        public string Text { get; set; } = "";

        public int Number
        {
            get => int.Parse(Text, CultureInfo.InvariantCulture);
            set => Text = value.ToString(CultureInfo.InvariantCulture);
        }
    }
}
