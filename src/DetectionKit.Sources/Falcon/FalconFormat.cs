using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Falcon;

/// <summary>CrowdStrike Falcon Data Replicator: JSON events, raw or enriched, with aidmaster rows among them or in files of their own.</summary>
public sealed class FalconFormat : IEventFormat
{
    /// <inheritdoc/>
    public string Name => "falcon";

    /// <inheritdoc/>
    public IReadOnlyList<string> Aliases => ["fdr"];

    /// <inheritdoc/>
    public string Description => "CrowdStrike FDR: event_simpleName, or aid and cid";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record)
    {
        var values = new FieldValues(FalconField.Count);
        if (RecordParser.Read(record, FalconField.Scope, values) is not null) return false;
        return values.Has(FalconField.EventName)
            || (values.Has(FalconField.CustomerId) && (values.Has(FalconField.AgentId) || values.Has(FalconField.AgentAddress)))
            || (values.Has(FalconField.AgentId) && values.Has(FalconField.ComputerName));
    }

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context)
    {
        if (typeof(T) == typeof(ProcessStart)) return (IEventDecoder<T>)(object)new FalconDecoder<ProcessStart>(context, draft => draft.ToStart());
        if (typeof(T) != typeof(NetworkConnection) && typeof(T) != typeof(NetworkFlow)) return null;
        var connections = new FalconDecoder<NetworkConnection>(context, draft => draft.ToConnection());
        return typeof(T) == typeof(NetworkFlow) ? (IEventDecoder<T>)(object)FlowOfConnection.Decoder(context, connections) : (IEventDecoder<T>)(object)connections;
    }
}
