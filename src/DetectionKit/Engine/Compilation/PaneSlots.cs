using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>The aggregates that the expressions of a pane call, each once: their states side by side, and where each result is read.</summary>
internal sealed class PaneSlots
{
    private readonly List<PaneSlot> _slots = [];
    private readonly Dictionary<MethodCallExpression, PaneSlot> _byCall = [];

    internal PaneSlots(AggregateNode node)
    {
        var finder = new Finder(this);
        foreach (var having in node.Having) finder.Visit(having.Lambda.Body);
        finder.Visit(node.Result.Lambda.Body);
        (FoldType, InputType, StateType) = (typeof(FoldEnd), typeof(NoValue), typeof(NoState));
        for (var i = _slots.Count - 1; i >= 0; i--)
        {
            var slot = _slots[i];
            FoldType = typeof(FoldCell<,,,,,>).MakeGenericType(slot.FoldType, slot.InputType, slot.StateType, FoldType, InputType, StateType);
            InputType = typeof(Cell<,>).MakeGenericType(slot.InputType, InputType);
            StateType = typeof(Cell<,>).MakeGenericType(slot.StateType, StateType);
        }
    }

    internal Type FoldType { get; }

    internal Type InputType { get; }

    internal Type StateType { get; }

    /// <summary>The options that the aggregates' parameters are made of.</summary>
    internal IEnumerable<string> ParameterOptions(ParameterExpression options) => _slots.SelectMany(slot => slot.ParameterOptions(options)).Distinct();

    /// <summary>The code that makes the aggregates.</summary>
    internal Expression MakeFold()
    {
        Expression fold = Expression.Default(typeof(FoldEnd));
        var (input, state) = (typeof(NoValue), typeof(NoState));
        for (var i = _slots.Count - 1; i >= 0; i--)
        {
            var slot = _slots[i];
            var type = typeof(FoldCell<,,,,,>).MakeGenericType(slot.FoldType, slot.InputType, slot.StateType, fold.Type, input, state);
            fold = Expression.New(type.GetConstructors()[0], slot.MakeFold(), fold);
            input = typeof(Cell<,>).MakeGenericType(slot.InputType, input);
            state = typeof(Cell<,>).MakeGenericType(slot.StateType, state);
        }

        return fold;
    }

    /// <summary>The code that makes what a row adds to all of them.</summary>
    internal Expression MakeInput(RowBinding row)
    {
        Expression input = Expression.Default(typeof(NoValue));
        for (var i = _slots.Count - 1; i >= 0; i--)
        {
            var head = _slots[i].MakeInput(row);
            input = Expression.New(typeof(Cell<,>).MakeGenericType(head.Type, input.Type).GetConstructors()[0], head, input);
        }

        return input;
    }

    /// <summary>The code that reads the result of a call, or null when the call is no aggregate.</summary>
    internal Expression? ResultOf(MethodCallExpression call, Expression fold, Expression state)
    {
        if (!_byCall.TryGetValue(call, out var slot)) return null;
        for (var i = _slots.IndexOf(slot); i > 0; i--)
        {
            fold = Expression.Field(fold, nameof(Cell<,>.Rest));
            state = Expression.Field(state, nameof(Cell<,>.Rest));
        }

        return slot.ReadResult(Expression.Field(fold, nameof(Cell<,>.Head)), Expression.Field(state, nameof(Cell<,>.Head)));
    }

    private sealed class Finder(PaneSlots slots) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (ExpressionTrees.IsAggregate(node.Method))
            {
                var slot = new PaneSlot(node);
                var same = slots._slots.Find(slot.IsSameAs);
                if (same is null) slots._slots.Add(same = slot);
                slots._byCall[node] = same;
                return node;
            }

            return base.VisitMethodCall(node);
        }
    }
}
