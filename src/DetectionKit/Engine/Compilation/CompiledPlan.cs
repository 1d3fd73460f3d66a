using System.Collections.Concurrent;

namespace DetectionKit.Engine;

/// <summary>The code of a plan, compiled when first needed and then used by every run, whatever its options.</summary>
internal sealed class CompiledPlan
{
    private readonly ConcurrentDictionary<string, Delegate> _code = [];

    internal TDelegate Code<TDelegate>(string name, Func<TDelegate> compile)
        where TDelegate : Delegate => (TDelegate)_code.GetOrAdd(name, _ => compile());
}
