using System.Numerics;
using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Aggregates;

public sealed class NumericReferenceTests
{
    private static readonly Gen<double> s_reals = Gen.OneOf(
        Gen.OneOf(1e16, 1, -1e16, 0.1, 0.2, -0.3, 1e-300, 1e300, -1e300, double.Epsilon, 9007199254740993),
        Gen.Double[-1, 1],
        Gen.Select(Gen.Double[1, 2], Gen.Int[-200, 200], (m, e) => Math.ScaleB(m, e)));

    private static readonly Gen<double> s_measures = Gen.OneOf(Gen.Select(Gen.OneOf(0.0, 1e9, -1e12, 1e15), Gen.Int[-50, 50], (far, step) => far + (step / 8.0)), Gen.Double[-100, 100]);

    [Fact]
    public void Sum_is_the_exact_sum_rounded_once() => s_reals.Array[0, 40].Sample(values =>
        ResultOf<SumOfRealsAggregate, ExactSum>(new(), values).ShouldBe(ExactRational.Sum(values).ToDouble()), iter: Iterations.Of(20_000));

    [Theory]
    [InlineData(new[] { 1e16, 1, -1e16 }, 1)]
    [InlineData(new[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, 1)]
    [InlineData(new[] { 1e100, 1, -1e100, -1 }, 0)]
    [InlineData(new[] { 1, double.PositiveInfinity }, double.PositiveInfinity)]
    [InlineData(new[] { double.NegativeInfinity, double.PositiveInfinity }, double.NaN)]
    [InlineData(new double[0], 0)]
    public void Sum_of_known_values(double[] values, double expected) => ResultOf<SumOfRealsAggregate, ExactSum>(new(), values).ShouldBe(expected);

    [Fact]
    public void Average_is_the_rounded_exact_sum_over_the_count() => s_reals.Array[1, 40].Sample(values =>
        ResultOf<AverageAggregate, ExactSum>(new(), values).ShouldBe(ExactRational.Sum(values).ToDouble() / values.Length), iter: Iterations.Of(5_000));

    [Fact]
    public void StandardDeviation_is_that_of_exact_arithmetic() => s_measures.Array[2, 30].Sample(values =>
    {
        var expected = Math.Sqrt(ExactRational.VarianceOf(values));
        var made = ResultOf<StandardDeviationAggregate, Moments>(new(), values);
        if (expected == 0) made.ShouldBe(0);
        else (Math.Abs(made - expected) / expected).ShouldBeLessThan(1e-15);
    }, iter: Iterations.Of(10_000));

    [Theory]
    [InlineData(new[] { 1e9 + 1, 1e9 + 2, 1e9 + 3 }, 1)]
    [InlineData(new[] { 0.1, 0.1, 0.1 }, 0)]
    [InlineData(new[] { 2.0, 4, 4, 4, 5, 5, 7, 9 }, 2.138089935299395)]
    [InlineData(new[] { 5.0 }, double.NaN)]
    [InlineData(new[] { 1.0, double.PositiveInfinity }, double.NaN)]
    public void StandardDeviation_of_known_values(double[] values, double expected) => ResultOf<StandardDeviationAggregate, Moments>(new(), values).ShouldBe(expected);

    // numpy.percentile(values, 100 p), whose default is the linear method.
    [Theory]
    [InlineData(0.5, new[] { 15.0, 20, 35, 40, 50 }, 35)]
    [InlineData(0.4, new[] { 15.0, 20, 35, 40, 50 }, 29)]
    [InlineData(0.25, new[] { 4.0, 1, 3, 2 }, 1.75)]
    [InlineData(0, new[] { 4.0, 1, 3, 2 }, 1)]
    [InlineData(1, new[] { 4.0, 1, 3, 2 }, 4)]
    [InlineData(0.95, new[] { 7.0 }, 7)]
    [InlineData(0.5, new double[0], double.NaN)]
    public void Percentile_of_known_values(double p, double[] values, double expected)
    {
        var result = ResultOf<PercentileAggregate, ValueList>(new(p), values);
        if (double.IsNaN(expected)) double.IsNaN(result).ShouldBeTrue();
        else result.ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void Percentile_of_a_fraction_out_of_range_throws(double p) => Should.Throw<ArgumentOutOfRangeException>(() => new PercentileAggregate(p));

    [Fact]
    public void Sum_of_integers_that_needs_more_than_64_bits_on_its_way_is_exact()
    {
        var aggregate = default(SumOfIntegersAggregate);
        var state = default(Int128);
        foreach (var value in new long?[] { long.MaxValue, long.MaxValue, null, -long.MaxValue }) aggregate.Add(ref state, value, 0);
        aggregate.Result(ref state).ShouldBe(long.MaxValue);
        aggregate.Add(ref state, 1, 0);
        Should.Throw<OverflowException>(() => aggregate.Result(ref state));
    }

    [Fact]
    public void Sum_of_decimals_is_exact() => Gen.OneOf(Gen.Int.Select(n => n / 7m), Gen.OneOf(1e20m, -1e20m, 0.0000000000000000000000000001m, -0.3m)).Array[0, 30].Sample(values =>
    {
        var aggregate = default(SumOfDecimalsAggregate);
        var state = default(DecimalSum);
        foreach (var value in values) aggregate.Add(ref state, value, 0);
        var units = values.Aggregate(BigInteger.Zero, (sum, value) => sum + Units(value));
        var made = aggregate.Result(ref state);
        // A decimal holds 28 digits: what lies beyond them is rounded, once.
        BigInteger.Abs(Units(made) - units).ShouldBeLessThanOrEqualTo(BigInteger.Max(0, BigInteger.Abs(units) / BigInteger.Pow(10, 28)));
    }, iter: Iterations.Of(5_000));

    private static BigInteger Units(decimal value)
    {
        var bits = decimal.GetBits(value);
        var whole = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return (bits[3] < 0 ? -whole : whole) * BigInteger.Pow(10, 28 - ((bits[3] >> 16) & 0xFF));
    }

    private static double ResultOf<TAggregate, TState>(TAggregate aggregate, IEnumerable<double> values)
        where TAggregate : IAggregate<double?, TState, double>
        where TState : struct
    {
        var state = default(TState);
        foreach (var value in values) aggregate.Add(ref state, value, 0);
        return aggregate.Result(ref state);
    }
}
