namespace DetectionKit.Repository.Tests.Arrows;

/// <summary>Which folders of src/DetectionKit may know of which. A new arrow is a decision: it is written down here, or it is not made.</summary>
public sealed class FolderArrowsTests
{
    private static readonly SourceFolders s_folders = new("src/DetectionKit");

    // Where a folder stands with names behind it, no more than these types of it may be used.
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["Time"] = [],
        ["State"] = [],
        ["Options"] = ["Time"],
        ["Events"] = ["Options"],
        ["Tiers"] = ["Queries"],
        ["Aggregates"] = ["Queries", "Events: AddressValue", "Engine: ContentOrder"],
        ["Queries"] = ["Tiers", "Time", "Windows: WindowKinds WindowSpec", "Aggregates: AggregateAttribute PaneAggregate", "Detections: Detection DetectionInfo", "Engine: CompiledPlan", "Alerts: Alert", "Options: DetectionOptionsValidator"],
        ["Detections"] = ["Alerts: AlertRank", "Options", "Queries"],
        ["Alerts"] = ["Aggregates: ValueOrder", "Time: EventTime", "Detections: DetectionInfo", "Events", "Tiers", "Engine: CanonicalBytes EventReader RowOrigin"],
        ["Windows"] = ["Alerts: AlertKey", "Engine", "Events", "Time: EventTime", "Runtimes: FaultyEvent ReportHandlerException RunReport"],
        ["Suppression"] = ["Engine", "Events", "Tiers", "Time: EventTime", "Runtimes: LateEvent RunReport"],
        ["Sequences"] = ["Alerts: Alert AlertEvidence AlertKey", "Detections: DetectionInfo", "Engine", "Events: EventPosition", "Queries: SequenceStep", "State", "Tiers: AlertTier", "Time: EventTime", "Runtimes: FaultyEvent LateEvent ReportHandlerException RunReport"],
        ["Engine"] =
        [
            "Aggregates", "Alerts", "Detections: Detection DetectionInfo", "Events", "Options", "Queries", "Sequences", "State", "Suppression", "Tiers", "Time", "Windows",
            "Runtimes: AlertTrigger FaultyEvent LateEvent ReportHandlerException RunReport RunSettings SettingSet StateShare",
        ],
        ["GroundTruth"] = ["Alerts: AlertKey AlertKeyPart AlertWindow", "Events: AddressValue NetworkConnection", "Options: NearestName"],
        ["Explain"] = ["Aggregates", "Alerts", "Detections", "Engine", "Events", "Options", "Queries", "Runtimes", "Tiers", "Time", "Windows"],
        ["Runtimes"] = ["Alerts", "Detections", "Events", "Options", "Queries", "State", "Time", "Windows: WindowAlignment WindowSpec", "Tiers: AlertTier", "Engine: CompiledPlan DetectionEngine PaneSweep RowOrigin SharedWindows SweepShape ThresholdRow WindowCode"],
    };

    [Fact]
    public void Folder_uses_only_what_it_may()
    {
        var arrows = Arrows().ToList();
        var wrong = arrows.Where(arrow => !IsAllowed(arrow.From, arrow.To, Plain(arrow.Used))).Select(arrow => $"{arrow.From}: {arrow.Type} uses {arrow.Used} of {arrow.To}");
        wrong.ShouldBeEmpty();
        var used = arrows.Select(arrow => (arrow.From, arrow.To)).ToHashSet();
        s_allowed.SelectMany(from => from.Value.Select(to => (from.Key, To: to.Split(':')[0]))).Where(arrow => !used.Contains((arrow.Key, arrow.To)))
            .ShouldBeEmpty("these arrows are allowed and no longer used: take them out");
    }

    [Fact]
    public void Runtimes_know_nothing_of_each_other()
    {
        string[] runtimes = ["Runtimes/Async", "Runtimes/Batch", "Runtimes/Reactive"];
        var wrong = from arrow in Arrows(whole: true)
                    where runtimes.Contains(arrow.From) && runtimes.Contains(arrow.To)
                    select $"{arrow.Type} of {arrow.From} uses {arrow.Used} of {arrow.To}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Window_kinds_and_aggregates_are_named_nowhere_else()
    {
        // Open sets: a kind of window or an aggregate is added as a folder, and no list names it. What several share stands in the folder above, or has a folder.
        // Explanations count a pane's events, whatever its own aggregates.
        string[] shared = ["ExactSum", "PaneCount"];
        var wrong = from arrow in Arrows(whole: true)
                    where arrow.To.StartsWith("Windows/", StringComparison.Ordinal) || arrow.To.StartsWith("Aggregates/", StringComparison.Ordinal)
                    where !shared.Contains(arrow.Used)
                    select $"{arrow.Type} of {arrow.From} uses {arrow.Used} of {arrow.To}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_is_found_in_its_folder() =>
        TypeReferences.TypesOf(typeof(Detection).Assembly).Where(type => type.Namespace.StartsWith("DetectionKit", StringComparison.Ordinal))
            .Where(type => s_folders.Of(type.FullName) is null).Select(type => type.FullName).ShouldBeEmpty();

    private static IEnumerable<(string From, string To, string Type, string Used)> Arrows(bool whole = false) =>
        from type in TypeReferences.TypesOf(typeof(Detection).Assembly)
        let folder = s_folders.Of(type.FullName)
        where folder is not null
        from used in TypeReferences.TypesUsedBy(type)
        let other = s_folders.Of(used)
        where other is not null && Part(other, whole) != Part(folder, whole)
        select (Part(folder, whole), Part(other, whole), type.Name, used[(used.LastIndexOf('.') + 1)..]);

    private static string Part(string folder, bool whole) => whole ? folder : folder.Split('/')[0];

    private static bool IsAllowed(string from, string to, string used) =>
        s_allowed.TryGetValue(from, out var allowed) && allowed.Select(entry => entry.Split(": ")).Any(entry => entry[0] == to && (entry.Length == 1 || entry[1].Split(' ').Contains(used)));

    private static string Plain(string type) => type.Split('`')[0];
}
