using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectionKit.GroundTruth;

/// <summary>
/// What is true of a set of events: the content of a ground-truth.json, written by the simulator or, for recorded events, by a person. Its JSON
/// schema is <see cref="Schema"/>.
/// </summary>
public sealed class GroundTruthDocument
{
    private const int SupportedVersion = 1;
    private static readonly GroundTruthFormat Format = new(new JsonSerializerOptions(GroundTruthFormat.Default.Options)
    {
        // Command lines full of quotation marks stay readable; the file is never embedded in a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    });

    private GroundTruthIndex? _index;

    /// <summary>The version of the format: 1, which null (a file that leaves it out) means too.</summary>
    public int? Version { get; init; } = SupportedVersion;

    /// <summary>What the events are.</summary>
    public string? Description { get; init; }

    /// <summary>Whether what no label matches is known to be benign, as in simulated events; else nothing is known of it.</summary>
    public bool? UnlabelledIsBenign { get; init; }

    /// <summary>The labels. Where several match an event, the one whose key names most parts applies, and of equals the first.</summary>
    public required IReadOnlyList<GroundTruthLabel> Labels { get; init; }

    /// <summary>The JSON schema of the format.</summary>
    [JsonIgnore]
    public static string Schema => ReadSchema();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="InvalidDataException">It is not a ground truth: the message names file, line and field.</exception>
    public static GroundTruthDocument Load(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads JSON.</summary>
    /// <param name="utf8Json">The JSON.</param>
    /// <param name="name">What messages call it: a file's path.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="InvalidDataException">It is not a ground truth: the message names file, line and field.</exception>
    public static GroundTruthDocument Parse(ReadOnlySpan<byte> utf8Json, string name)
    {
        GroundTruthDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(utf8Json, Format.GroundTruthDocument);
        }
        catch (JsonException problem)
        {
            var line = problem.LineNumber is { } number ? $", line {number + 1}" : "";
            throw new InvalidDataException($"{name}{line}, {problem.Path ?? "$"}: not a ground truth. {problem.Message}", problem);
        }

        return document is null ? throw new InvalidDataException($"{name}: null is not a ground truth. Write an object with \"labels\".") : Checked(document, name);
    }

    /// <summary>Writes a file, in UTF-8 without a byte order mark, with \n line ends. An existing one is replaced.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path) => File.WriteAllBytes(path, ToUtf8Json());

    /// <summary>The document as JSON.</summary>
    /// <returns>UTF-8 text that ends with a line feed.</returns>
    public byte[] ToUtf8Json() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Format.GroundTruthDocument), (byte)'\n'];

    /// <summary>The label that applies to an event.</summary>
    /// <param name="connection">The event.</param>
    /// <returns>The label; null when nothing is known, which is not the same as benign.</returns>
    public GroundTruthLabel? LabelOf(NetworkConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return (_index ??= new GroundTruthIndex(Labels)).Find(connection);
    }

    /// <summary>The label that applies to an alert: of those that match, the one that compares most parts of its key; of equals a malicious one, then the first.</summary>
    /// <param name="id">The alert's id.</param>
    /// <param name="key">Its key.</param>
    /// <param name="window">Its window.</param>
    /// <returns>The label; null when none matches.</returns>
    public GroundTruthLabel? LabelOf(string id, AlertKey key, AlertWindow window) => (_index ??= new GroundTruthIndex(Labels)).Find(id, key, window);

    private static GroundTruthDocument Checked(GroundTruthDocument document, string name)
    {
        if (document.Version is { } version && version != SupportedVersion)
            throw new InvalidDataException($"{name}, $.version: {version} is not supported. Write 1.");
        for (var i = 0; i < document.Labels.Count; i++)
        {
            var label = document.Labels[i];
            if (label is null) throw new InvalidDataException($"{name}, $.labels[{i}]: null is not a label. Write an object with \"malicious\", or leave it out.");
            if (label.From >= label.To)
                throw new InvalidDataException($"{name}, $.labels[{i}]: 'from' {label.From:O} is not before 'to' {label.To:O}, so that no event matches. 'to' is excluded.");
            for (var w = 0; w < (label.Windows?.Count ?? 0); w++)
            {
                if (label.Windows![w] is not { } window) throw new InvalidDataException($"{name}, $.labels[{i}].windows[{w}]: null is not a window. Write an object with \"from\" and \"to\", or leave it out.");
                if (window.From >= window.To) throw new InvalidDataException($"{name}, $.labels[{i}].windows[{w}]: 'from' {window.From:O} is not before 'to' {window.To:O}, so that no event matches. 'to' is excluded.");
            }
        }

        return document;
    }

    private static string ReadSchema()
    {
        using var reader = new StreamReader(typeof(GroundTruthDocument).Assembly.GetManifestResourceStream("ground-truth.schema.json")!);
        return reader.ReadToEnd();
    }
}
