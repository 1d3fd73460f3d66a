using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>
/// The code of a plan, compiled when first needed and then used by every run, whatever its options. Copies of a plan (<see cref="Queries.DetectionPlan.WithRoot"/>) share among them what is equal:
/// of a hundred with one tier changed, each compiles that and nothing else. A plan that no copy is made of looks for nothing.
/// </summary>
internal sealed class CompiledPlan
{
    private readonly ConcurrentDictionary<string, Lazy<Delegate>> _code = [];
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _reads = [];
    private readonly ConcurrentDictionary<ExpressionIdentity, Lazy<Delegate>> _ofCopies;
    private readonly bool _isCopy;

    internal CompiledPlan(CompiledPlan? original = null)
    {
        _isCopy = original is not null;
        _ofCopies = original?._ofCopies ?? [];
    }

    internal TDelegate Code<TDelegate>(string name, Func<Expression<TDelegate>> write)
        where TDelegate : Delegate => (TDelegate)_code.GetOrAdd(name, _ => new(() => Compile(write()))).Value;

    /// <summary>What code reads of the events of its source, found when it is first asked for.</summary>
    internal IReadOnlySet<string> Reads(string name, Func<IReadOnlySet<string>> find) => _reads.GetOrAdd(name, _ => find());

    private Delegate Compile(LambdaExpression code) => _isCopy ? _ofCopies.GetOrAdd(ExpressionIdentity.Of(code), _ => new(() => code.Compile())).Value : code.Compile();
}
