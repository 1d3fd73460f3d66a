using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers;

/// <summary>The part of a line that is the same for every event of a process, encoded once; bounded, so that short-lived processes do not pile up.</summary>
internal sealed class ProcessFragments(Action<SimulatedProcess, LineBuffer> encode)
{
    private const int Slots = 1 << 14;
    private readonly (SimulatedProcess? Process, byte[] Utf8)[] _slots = new (SimulatedProcess?, byte[])[Slots];
    private readonly LineBuffer _scratch = new(1_024);

    public ReadOnlySpan<byte> Of(SimulatedProcess process)
    {
        ref var slot = ref _slots[process.Id % Slots];
        if (!ReferenceEquals(slot.Process, process))
        {
            _scratch.Clear();
            encode(process, _scratch);
            slot = (process, _scratch.Written.ToArray());
        }

        return slot.Utf8;
    }
}
