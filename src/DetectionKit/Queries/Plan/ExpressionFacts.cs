using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Queries;

/// <summary>What an expression reads: options, members of the row, captures, aggregates.</summary>
internal sealed record ExpressionFacts(IReadOnlyList<string> Options, IReadOnlyList<string> Reads, IReadOnlyList<FrozenCapture> Frozen, IReadOnlyList<string> Aggregates)
{
    internal static ExpressionFacts Of(LambdaExpression lambda)
    {
        var reader = new Reader(lambda.Parameters);
        reader.Visit(lambda.Body);
        return new([.. reader.Options.Distinct()], [.. reader.Reads.Distinct()], [.. reader.Frozen.Distinct()], [.. reader.Aggregates.Distinct()]);
    }

    private sealed class Reader(IReadOnlyList<ParameterExpression> parameters) : ExpressionVisitor
    {
        private readonly ParameterExpression? _options = parameters.Count > 0 ? parameters[^1] : null;

        internal List<string> Options { get; } = [];

        internal List<string> Reads { get; } = [];

        internal List<FrozenCapture> Frozen { get; } = [];

        internal List<string> Aggregates { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            var path = Path(node, out var root);
            if (root is null) return base.VisitMember(node);
            if (root == _options) Options.Add(path.Split('.')[0]);
            else if (ExpressionTrees.IsPane(root.Type)) Reads.Add(path);
            else if (root.Type != typeof(WindowKinds)) Reads.Add(path);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (node == _options) Options.Add("*");
            else if (!ExpressionTrees.IsPane(node.Type) && node.Type != typeof(WindowKinds)) Reads.Add("*");
            return node;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.IsDefined(typeof(AggregateAttribute)))
            {
                Aggregates.Add($"{node.Method.Name}({string.Join(", ", node.Arguments.Skip(1).Select(ExpressionText.Of))})");
            }

            return base.VisitMethodCall(node);
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            Visit(node.Body);
            return node;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is CapturedConstant captured) Frozen.Add(new(captured.Name, captured.Value));
            return node;
        }

        // c.A is "A"; k.Key.Host is "Key.Host"; a member of a member of an event, such as c.Time.Hour, reads the event's member only.
        private static string Path(MemberExpression node, out ParameterExpression? root)
        {
            var names = new List<string>();
            Expression? e = node;
            while (e is MemberExpression { Member: PropertyInfo or FieldInfo } member)
            {
                names.Insert(0, member.Member.Name);
                e = member.Expression;
            }

            root = e as ParameterExpression;
            if (root is null) return "";
            var depth = 1;
            var type = root.Type;
            while (depth < names.Count && (ExpressionTrees.IsAnonymous(type) || ExpressionTrees.IsPane(type)))
            {
                var next = type.GetProperty(names[depth - 1])?.PropertyType;
                if (next is null || (!ExpressionTrees.IsAnonymous(next) && !ExpressionTrees.IsPane(type))) break;
                type = next;
                if (!ExpressionTrees.IsAnonymous(next)) break;
                depth++;
            }

            return string.Join('.', names.Take(depth));
        }
    }
}
