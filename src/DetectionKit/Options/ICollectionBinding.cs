namespace DetectionKit;

/// <summary>What can be asked of a <see cref="CollectionBinding{TItem}"/> without knowing the type of its items.</summary>
internal interface ICollectionBinding
{
    /// <summary>Whether the type of collection is one that can be made.</summary>
    bool CanMake { get; }
}
