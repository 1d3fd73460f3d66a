using System.Text;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Ocsf;

/// <summary>Decodes names of domains: in lower case, without the dot of the root.</summary>
internal sealed class DomainReader() : MappedTokenReader<string?>(foldCase: false)
{
    /// <summary>A name as it is compared.</summary>
    public static string Plain(string name) => name.TrimEnd('.').ToLowerInvariant();

    /// <inheritdoc/>
    public override bool TryReadText(ReadOnlySpan<byte> text, ref string? value)
    {
        value = Plain(Encoding.UTF8.GetString(text));
        return true;
    }
}
