using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Contracts;
using DetectionKit.Sources.Reading;

namespace DetectionKit.Sources;

/// <summary>
/// Reads log files as batches of events. An input is a file, a folder (searched with the folders in it), a glob (<c>logs/**/*.gz</c>) or <c>-</c> for
/// standard input, plain or gzip. A malformed record is counted and reported, and reading goes on.
/// </summary>
/// <remarks>
/// Every enumeration reads the inputs anew. Options and paths are looked at when the method is called, formats when enumeration begins. With
/// <see cref="Disorder.Any"/> inputs are read one after another; with a tolerance they are merged by event time. <c>ReadAsync</c>
/// shares the work of decoding among threads, of which the one that asks for batches is one, unless it has a <see cref="SynchronizationContext"/>; it may ask the conditions of a detection on several threads at once.
/// </remarks>
public static class EventFiles
{
    // The priority lets new() { … } mean options.

    /// <summary>Reads inputs of a known format.</summary>
    /// <typeparam name="T">The event type, such as <see cref="NetworkConnection"/>.</typeparam>
    /// <param name="inputs">The inputs.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="report">What to count in; null when no one looks.</param>
    /// <param name="reads">What is read of the events, <c>detection.ReadsOf&lt;T&gt;(options)</c>: nothing else need be decoded. Null for everything.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="SourceException">
    /// An input matches nothing, can't be opened, or is of no known format (the latter two when enumeration begins).
    /// </exception>
    [OverloadResolutionPriority(1)]
    public static IEnumerable<EventBatch<T>> Read<T>(IEnumerable<string> inputs, SourceOptions? options = null, SourceReport? report = null, EventReads<T>? reads = null) =>
        BatchStream.Enumerate(SourcePlan.Of(inputs, options, report), reads);

    /// <summary>Reads one input of a known format.</summary>
    /// <inheritdoc cref="Read{T}(IEnumerable{string}, SourceOptions?, SourceReport?, EventReads{T}?)"/>
    [OverloadResolutionPriority(1)]
    public static IEnumerable<EventBatch<T>> Read<T>(string input, SourceOptions? options = null, SourceReport? report = null, EventReads<T>? reads = null) =>
        Read([input], options, report, reads);

    /// <summary>Reads a JSON format of your own, by a System.Text.Json contract: <c>EventFiles.Read("x.ndjson", MyContext.Default.Login)</c>.</summary>
    /// <typeparam name="T">Your event type.</typeparam>
    /// <param name="inputs">The inputs.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="report">What to count in; null when no one looks.</param>
    /// <param name="time">
    /// The event time, by which several inputs are merged under a tolerance; null for the type's only member of type <see cref="DateTimeOffset"/>.
    /// </param>
    /// <param name="reads">What is read of the events; null for everything.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the event time is needed and can't be told.</exception>
    /// <exception cref="SourceException">An input matches nothing, or can't be opened (the latter when enumeration begins).</exception>
    public static IEnumerable<EventBatch<T>> Read<T>(
        IEnumerable<string> inputs,
        JsonTypeInfo<T> contract,
        SourceOptions? options = null,
        SourceReport? report = null,
        Func<T, DateTimeOffset>? time = null,
        EventReads<T>? reads = null) => BatchStream.Enumerate(PlanOf(inputs, contract, options, report, time), reads);

    /// <summary>Reads one input of a JSON format of your own.</summary>
    /// <inheritdoc cref="Read{T}(IEnumerable{string}, JsonTypeInfo{T}, SourceOptions?, SourceReport?, Func{T, DateTimeOffset}?, EventReads{T}?)"/>
    public static IEnumerable<EventBatch<T>> Read<T>(string input, JsonTypeInfo<T> contract, SourceOptions? options = null, SourceReport? report = null, EventReads<T>? reads = null) =>
        Read([input], contract, options, report, reads: reads);

    /// <summary>Reads inputs of a known format on several threads, ahead of the caller: one after another by as many threads as there are processors, up to eight, the caller's among them.</summary>
    /// <inheritdoc cref="Read{T}(IEnumerable{string}, SourceOptions?, SourceReport?, EventReads{T}?)"/>
    /// <param name="inputs">The inputs.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="report">What to count in; null when no one looks.</param>
    /// <param name="reads">What is read of the events; null for everything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [OverloadResolutionPriority(1)]
    public static IAsyncEnumerable<EventBatch<T>> ReadAsync<T>(
        IEnumerable<string> inputs,
        SourceOptions? options = null,
        SourceReport? report = null,
        EventReads<T>? reads = null,
        CancellationToken cancellationToken = default) => BatchStream.EnumerateAsync(SourcePlan.Of(inputs, options, report), reads, cancellationToken);

    /// <summary>Reads one input of a known format on several threads.</summary>
    /// <inheritdoc cref="ReadAsync{T}(IEnumerable{string}, SourceOptions?, SourceReport?, EventReads{T}?, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static IAsyncEnumerable<EventBatch<T>> ReadAsync<T>(
        string input,
        SourceOptions? options = null,
        SourceReport? report = null,
        EventReads<T>? reads = null,
        CancellationToken cancellationToken = default) => ReadAsync([input], options, report, reads, cancellationToken);

    /// <summary>Reads a JSON format of your own on several threads, ahead of the caller. Converters and constructors of the contract may be called by several threads at once.</summary>
    /// <inheritdoc cref="Read{T}(IEnumerable{string}, JsonTypeInfo{T}, SourceOptions?, SourceReport?, Func{T, DateTimeOffset}?, EventReads{T}?)"/>
    /// <param name="inputs">The inputs.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="report">What to count in; null when no one looks.</param>
    /// <param name="time">The event time, for merging; null for the type's only member of type <see cref="DateTimeOffset"/>.</param>
    /// <param name="reads">What is read of the events; null for everything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IAsyncEnumerable<EventBatch<T>> ReadAsync<T>(
        IEnumerable<string> inputs,
        JsonTypeInfo<T> contract,
        SourceOptions? options = null,
        SourceReport? report = null,
        Func<T, DateTimeOffset>? time = null,
        EventReads<T>? reads = null,
        CancellationToken cancellationToken = default) =>
        BatchStream.EnumerateAsync(PlanOf(inputs, contract, options, report, time), reads, cancellationToken);

    /// <summary>Reads one input of a JSON format of your own on several threads.</summary>
    /// <inheritdoc cref="ReadAsync{T}(IEnumerable{string}, JsonTypeInfo{T}, SourceOptions?, SourceReport?, Func{T, DateTimeOffset}?, EventReads{T}?, CancellationToken)"/>
    public static IAsyncEnumerable<EventBatch<T>> ReadAsync<T>(
        string input,
        JsonTypeInfo<T> contract,
        SourceOptions? options = null,
        SourceReport? report = null,
        CancellationToken cancellationToken = default) => ReadAsync([input], contract, options, report, cancellationToken: cancellationToken);

    private static SourcePlan PlanOf<T>(
        IEnumerable<string> inputs,
        JsonTypeInfo<T> contract,
        SourceOptions? options,
        SourceReport? report,
        Func<T, DateTimeOffset>? time)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return SourcePlan.Of(inputs, options, report, Format);

        ContractFormat<T> Format(SourceOptions o, int files) =>
            new(contract, time, time is null && files > 1 && o.Disorder.HasTolerance ? ContractTime.Of(contract) : null);
    }
}
