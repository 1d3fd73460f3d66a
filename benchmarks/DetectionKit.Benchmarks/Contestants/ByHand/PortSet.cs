using System.Runtime.CompilerServices;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>Distinct ports: four within the structure, more in a set. Most groups see one.</summary>
internal struct PortSet
{
    private const int Inline = 4;
    private ulong _ports;
    private int _count;
    private HashSet<ushort>? _more;

    internal readonly int Count => _more?.Count ?? _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int port)
    {
        if (_count == 0 || (ushort)_ports != (ushort)port) AddUnlessKnown((ushort)port);
    }

    private readonly ushort At(int index) => (ushort)(_ports >> (16 * index));

    private void AddUnlessKnown(ushort port)
    {
        if (_more is not null)
        {
            _more.Add(port);
            return;
        }

        for (var i = 0; i < _count; i++)
        {
            if (At(i) == port) return;
        }

        if (_count < Inline)
        {
            _ports |= (ulong)port << (16 * _count++);
            return;
        }

        _more = [port];
        for (var i = 0; i < Inline; i++) _more.Add(At(i));
    }
}
