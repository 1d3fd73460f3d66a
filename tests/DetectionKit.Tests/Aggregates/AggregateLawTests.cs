using System.Reflection;

namespace DetectionKit.Tests.Aggregates;

public sealed class AggregateLawTests
{
    private static readonly Dictionary<string, AggregateLaws> s_laws = ShippedAggregates.All.ToDictionary(one => one.Name, one => one.Laws);

    public static TheoryData<string> Names => [.. s_laws.Keys];

    [Fact]
    public void Every_method_names_an_aggregate_that_the_laws_cover() =>
        ShippedAggregates.Methods.Select(method => method.GetCustomAttribute<AggregateAttribute>()!.Implementation).Distinct()
            .ShouldBe(ShippedAggregates.Types, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Add_in_any_order_gives_one_result(string name) => s_laws[name].Order_is_irrelevant();

    [Theory]
    [MemberData(nameof(Names))]
    public void Merge_is_adding_all_and_leaves_its_source_alone(string name) => s_laws[name].Merge_adds_all_and_shares_nothing();

    [Theory]
    [MemberData(nameof(Names))]
    public void Merge_in_any_order_gives_one_result(string name) => s_laws[name].Merge_is_associative_and_commutative();

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_gives_back_what_Write_wrote(string name) => s_laws[name].Write_and_Read_give_the_state_back();

    [Theory]
    [MemberData(nameof(Names))]
    public void Remove_is_as_if_the_value_had_never_been_added(string name) => s_laws[name].Remove_undoes_Add();

    [Theory]
    [MemberData(nameof(Names))]
    public void SizeOf_grows_with_the_state(string name) => s_laws[name].Size_grows_with_the_state();
}
