#if REFUSED
// What the compiler refuses too: its own errors stand beside the rules'.
namespace Violations;

[AttackTechnique("T1583.003", Tactic = "TA0042")]
public sealed class Refused : Detection<Call, object, NoOptionsAtAll> // DK8001
{
    public override DetectionQuery<object> Define(Events<Call> events, NoOptionsAtAll o) => events // CS0619
        .Where(c => c.Host is null) // DK7001 CS8122
        .GroupBy(c => c.Host) // DK2001
        .Aggregate(w => (object)w.Count());
}
#endif
