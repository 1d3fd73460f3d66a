using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>The aggregates that the expressions of a pane call, each once: their states side by side, and where each result is read.</summary>
internal sealed class PaneSlots
{
    // Runs of one plan, and of its copies with other stages changed, make theirs of the same stage.
    private static readonly ConditionalWeakTable<AggregateNode, PaneSlots> s_known = [];
    private readonly List<PaneSlot> _slots = [];
    private readonly Dictionary<MethodCallExpression, PaneSlot> _byCall = [];

    internal PaneSlots(AggregateNode node)
    {
        var finder = new Finder(this);
        foreach (var having in node.Having) finder.Visit(having.Lambda.Body);
        finder.Visit(node.Result.Lambda.Body);
        (FoldType, InputType, StateType) = _slots.Count == 0 ? (typeof(FoldEnd), typeof(NoValue), typeof(NoState)) : (_slots[^1].FoldType, _slots[^1].InputType, _slots[^1].StateType);
        for (var i = _slots.Count - 2; i >= 0; i--)
        {
            var slot = _slots[i];
            FoldType = typeof(FoldCell<,,,,,>).MakeGenericType(slot.FoldType, slot.InputType, slot.StateType, FoldType, InputType, StateType);
            InputType = typeof(Cell<,>).MakeGenericType(slot.InputType, InputType);
            StateType = typeof(Cell<,>).MakeGenericType(slot.StateType, StateType);
        }
    }

    internal static PaneSlots Of(AggregateNode node) => s_known.GetValue(node, made => new(made));

    internal Type FoldType { get; }

    internal Type InputType { get; }

    internal Type StateType { get; }

    /// <summary>The options that the aggregates' parameters are made of.</summary>
    internal IEnumerable<string> ParameterOptions(ParameterExpression options) => _slots.SelectMany(slot => slot.ParameterOptions(options)).Distinct();

    /// <summary>Adds what the aggregates compute to an identity.</summary>
    internal void AddTo(ExpressionIdentity identity)
    {
        foreach (var slot in _slots) slot.AddTo(identity);
    }

    /// <summary>The code that makes the aggregates.</summary>
    internal Expression MakeFold()
    {
        if (_slots.Count == 0) return Expression.Default(typeof(FoldEnd));
        var fold = _slots[^1].MakeFold();
        var (input, state) = (_slots[^1].InputType, _slots[^1].StateType);
        for (var i = _slots.Count - 2; i >= 0; i--)
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
        if (_slots.Count == 0) return Expression.Default(typeof(NoValue));
        var input = _slots[^1].MakeInput(row);
        for (var i = _slots.Count - 2; i >= 0; i--)
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
        var index = _slots.IndexOf(slot);
        for (var i = 0; i < index; i++)
        {
            fold = Expression.Field(fold, nameof(Cell<,>.Rest));
            state = Expression.Field(state, nameof(Cell<,>.Rest));
        }

        // The last slot stands for itself: an empty rest would take eight bytes a group.
        if (index == _slots.Count - 1) return slot.ReadResult(fold, state);
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
