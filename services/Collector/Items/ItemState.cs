namespace NewsEducator.Collector.Items;

/// <summary>Where an item stands; each is in exactly one state.</summary>
internal enum ItemState
{
    /// <summary>Its text is stored and went on to the Summarizer.</summary>
    Collected,

    /// <summary>It went no further, for a <see cref="NewsEducator.Contracts.DropReason"/>.</summary>
    Dropped,

    /// <summary>Its upstream did not serve it yet; it is asked for again, see
    /// <see cref="NewsEducator.Collector.Retries.FetchRetry"/>.</summary>
    Waiting,

    /// <summary>It was collected, and its source took it back.</summary>
    Withdrawn,

    /// <summary>A person skipped it; it is never offered again.</summary>
    Tombstoned,
}
