using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>
/// The code of a plan, compiled when first needed and then used by every run, whatever its options. Plans made of one another (<see cref="Queries.DetectionPlan.WithRoot"/>) share what is equal:
/// a copy with one tier changed compiles that and nothing else.
/// </summary>
internal sealed class CompiledPlan
{
    private readonly ConcurrentDictionary<string, Delegate> _code = [];
    private readonly ConcurrentDictionary<ExpressionIdentity, Lazy<Delegate>> _shared;

    internal CompiledPlan(CompiledPlan? relative = null) => _shared = relative?._shared ?? [];

    internal TDelegate Code<TDelegate>(string name, Func<Expression<TDelegate>> write)
        where TDelegate : Delegate => (TDelegate)_code.GetOrAdd(name, _ =>
        {
            var code = write();
            return _shared.GetOrAdd(ExpressionIdentity.Of(code), _ => new(() => code.Compile())).Value;
        });
}
