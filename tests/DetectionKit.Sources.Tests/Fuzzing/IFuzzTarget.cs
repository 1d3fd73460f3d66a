namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Something that must hold for any bytes; a fuzzer looks for those for which it does not. A class here is found, and is named on the command line as it is without <c>Target</c>.</summary>
internal interface IFuzzTarget
{
    /// <summary>Inputs to begin with.</summary>
    IEnumerable<byte[]> Seeds { get; }

    /// <summary>Tries an input.</summary>
    /// <exception cref="FuzzFailureException">It does not hold.</exception>
    void Run(byte[] input);
}
