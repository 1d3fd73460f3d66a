using System.Linq.Expressions;
using DetectionKit.Engine;
using DetectionKit.Queries;

namespace DetectionKit.Tests.Engine;

/// <summary>Which expressions compute the same: code, states and windows are shared by that.</summary>
public sealed class ExpressionIdentityTests
{
    private static readonly ParameterExpression s_limits = Expression.Parameter(typeof(Limits), "o");
    private static readonly ParameterExpression s_bounds = Expression.Parameter(typeof(Bounds), "o");
    private static readonly LabelTarget s_first = Expression.Label(), s_second = Expression.Label();

    public static TheoryData<string, Expression, Expression> Alike => new()
    {
        { "names of parameters", Of<Func<Row, int>>(a => a.X + a.Y), Of<Func<Row, int>>(b => b.X + b.Y) },
        { "captured values of other names", new CapturedConstant("first", 5, typeof(int)), new CapturedConstant("second", 5, typeof(int)) },
        { "equal texts", Expression.Constant("ab"), Expression.Constant(new string(['a', 'b'])) },
        { "labels of their own", Jump(s_first), Jump(s_second) },
    };

    public static TheoryData<string, Expression, Expression> Different => new()
    {
        { "types of numbers", Expression.Constant(2), Expression.Constant(2L) },
        { "values", Expression.Constant(2), Expression.Constant(3) },
        { "captured values", new CapturedConstant("n", 5, typeof(int)), new CapturedConstant("n", 6, typeof(int)) },
        { "members", Of<Func<Row, int>>(r => r.X), Of<Func<Row, int>>(r => r.Y) },
        { "order of parameters", Of<Func<Row, Row, int>>((a, b) => a.X - b.X), Of<Func<Row, Row, int>>((a, b) => b.X - a.X) },
        { "kinds of node", Of<Func<Row, bool>>(r => r.X < r.Y), Of<Func<Row, bool>>(r => r.X <= r.Y) },
        { "places of brackets", Of<Func<Row, int>>(r => r.X - (r.Y - 1)), Of<Func<Row, int>>(r => r.X - r.Y - 1) },
        { "methods called", Of<Func<Row, string>>(r => r.Name.Trim()), Of<Func<Row, string>>(r => r.Name.ToLowerInvariant()) },
        { "methods of an operator", Binary(nameof(Row.Sum)), Binary(nameof(Row.Product)) },
        { "methods of a conversion", Unary(nameof(Row.Half)), Unary(nameof(Row.Twice)) },
        { "conversions", Of<Func<Row, long>>(r => r.X), Of<Func<Row, long>>(r => (long)(short)r.X) },
        { "types tested for", Of<Func<object, bool>>(r => r is Row), Of<Func<object, bool>>(r => r is string) },
        { "constructors", New(typeof(IComparable)), New(typeof(ICloneable)) },
        { "members bound", Of<Func<Row>>(() => new Row { X = 1 }), Of<Func<Row>>(() => new Row { Y = 1 }) },
        { "methods of an initialiser", List(typeof(IComparable)), List(typeof(ICloneable)) },
        { "indexers", Index(typeof(IComparable)), Index(typeof(ICloneable)) },
        { "kinds of jump", Expression.Break(s_first), Expression.Continue(s_first) },
        { "labels jumped to", Labels(s_first, s_second), Labels(s_first, s_first) },
        { "missing parts", Expression.IfThen(Expression.Constant(true), Expression.Constant(1)), Expression.IfThenElse(Expression.Constant(true), Expression.Constant(1), Expression.Constant(2)) },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void Same_computation_written_otherwise_is_one(string what, Expression one, Expression other)
    {
        var (x, y) = (ExpressionIdentity.Of(one), ExpressionIdentity.Of(other));

        x.Equals((object)y).ShouldBeTrue(what);
        x.GetHashCode().ShouldBe(y.GetHashCode(), what);
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Other_computation_is_another(string what, Expression one, Expression other)
    {
        ExpressionIdentity.Of(one).Same(ExpressionIdentity.Of(other)).ShouldBeFalse(what);
        ExpressionIdentity.Of(one).Same(ExpressionIdentity.Of(one)).ShouldBeTrue(what);
    }

    [Fact]
    public void Equals_of_another_thing_is_false() => ExpressionIdentity.Of(Expression.Constant(1)).Equals("1").ShouldBeFalse();

    [Fact]
    public void GetHashCode_tells_values_and_shapes_apart()
    {
        var one = ExpressionIdentity.Of(Expression.Constant(1)).GetHashCode();

        ExpressionIdentity.Of(Expression.Constant(2)).GetHashCode().ShouldNotBe(one);
        var (bare, followed) = (ExpressionIdentity.Under(s_limits, new Limits()), ExpressionIdentity.Under(s_limits, new Limits()));
        bare.Add((object?)1);
        followed.Add((object?)1);
        followed.Add((Expression?)null);
        followed.GetHashCode().ShouldNotBe(bare.GetHashCode());
    }

    [Fact]
    public void Option_is_its_value_whatever_class_has_it()
    {
        var limit = Identity(s_limits, new Limits { Most = 5 }, nameof(Limits.Most));

        Identity(s_bounds, new Bounds { Upper = 5 }, nameof(Bounds.Upper)).Same(limit).ShouldBeTrue();
        Identity(s_bounds, new Bounds { Upper = 6 }, nameof(Bounds.Upper)).Same(limit).ShouldBeFalse();
        Identity(s_bounds, new Bounds { Wide = 5 }, nameof(Bounds.Wide)).Same(limit).ShouldBeFalse("its type is another");
        ExpressionIdentity.Of(Expression.Property(s_limits, nameof(Limits.Most))).Same(limit).ShouldBeFalse("an option is its value under options only");
    }

    [Fact]
    public void Option_that_is_a_list_is_what_it_holds()
    {
        var names = Identity(s_limits, new Limits { Names = ["a", "b"] }, nameof(Limits.Names));

        Identity(s_limits, new Limits { Names = ["a", "b"] }, nameof(Limits.Names)).Same(names).ShouldBeTrue();
        Identity(s_limits, new Limits { Names = ["a", "c"] }, nameof(Limits.Names)).Same(names).ShouldBeFalse();
    }

    [Fact]
    public void Options_as_a_whole_are_the_object()
    {
        var limits = new Limits();

        Whole(limits).Same(Whole(limits)).ShouldBeTrue();
        Whole(limits).Same(Whole(new())).ShouldBeFalse();

        static ExpressionIdentity Whole(Limits limits)
        {
            var identity = ExpressionIdentity.Under(s_limits, limits);
            identity.Add(s_limits);
            return identity;
        }
    }

    [Fact]
    public void Add_of_several_keeps_them_apart()
    {
        var (x, y) = (Expression.Parameter(typeof(int), "x"), Expression.Parameter(typeof(int), "y"));

        Added(x, x).Same(Added(x, y)).ShouldBeTrue("each has parameters of its own");
        Added(x, null).Same(Added(null, x)).ShouldBeFalse();
        Added(x).Same(Added(x, null)).ShouldBeFalse();
        var (once, twice) = (ExpressionIdentity.Under(s_limits, new Limits()), ExpressionIdentity.Under(s_limits, new Limits()));
        once.Add((object?)"window");
        twice.Add((object?)"window");
        once.Same(twice).ShouldBeTrue();
        twice.Add((object?)"kind");
        once.Same(twice).ShouldBeFalse();

        static ExpressionIdentity Added(params Expression?[] all)
        {
            var identity = ExpressionIdentity.Under(s_limits, new Limits());
            foreach (var e in all) identity.Add(e);
            return identity;
        }
    }

    private static ExpressionIdentity Identity(ParameterExpression options, object values, string option)
    {
        var identity = ExpressionIdentity.Under(options, values);
        identity.Add(Expression.Property(options, option));
        return identity;
    }

    private static Expression<T> Of<T>(Expression<T> e) => e;

    private static BinaryExpression Binary(string method) => Expression.Add(Expression.Constant(1), Expression.Constant(2), typeof(Row).GetMethod(method));

    private static UnaryExpression Unary(string method) => Expression.Convert(Expression.Constant(1), typeof(int), typeof(Row).GetMethod(method));

    // A text is of both types: what is called with it is all that differs.
    private static NewExpression New(Type takes) => Expression.New(typeof(Bag).GetConstructor([takes])!, Expression.Constant("x"));

    private static ListInitExpression List(Type takes) => Expression.ListInit(New(typeof(IComparable)), typeof(Bag).GetMethod(nameof(Bag.Add), [takes])!, Expression.Constant("y"));

    private static IndexExpression Index(Type takes) => Expression.Property(New(typeof(IComparable)), typeof(Bag).GetProperty("Item", [takes])!, Expression.Constant("y"));

    private static BlockExpression Jump(LabelTarget label) => Expression.Block(Expression.Goto(label), Expression.Label(label));

    private static BlockExpression Labels(LabelTarget one, LabelTarget other) =>
        Expression.Block(Expression.Goto(one), Expression.Goto(other), Expression.Label(s_first), Expression.Label(s_second));

    private sealed class Row
    {
        public int X { get; init; }

        public int Y { get; init; }

        public string Name { get; init; } = "";

        public static int Sum(int x, int y) => x + y;

        public static int Product(int x, int y) => x * y;

        public static int Half(int x) => x / 2;

        public static int Twice(int x) => x * 2;
    }

    private sealed class Bag : List<object>
    {
        public Bag(IComparable first) => base.Add(first);

        public Bag(ICloneable first) => base.Add(first);

        public object this[IComparable at] => at;

        public object this[ICloneable at] => at;

        public void Add(IComparable item) => base.Add(item);

        public void Add(ICloneable item) => base.Add(item);
    }

    private sealed class Limits
    {
        public int Most { get; set; }

        public List<string> Names { get; set; } = [];
    }

    private sealed class Bounds
    {
        public int Upper { get; set; }

        public long Wide { get; set; }
    }
}
