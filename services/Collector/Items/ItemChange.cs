namespace NewsEducator.Collector.Items;

/// <summary>What a look at a known item found.</summary>
internal enum ItemChange
{
    None,

    /// <summary>It was collected for the first time.</summary>
    First,

    /// <summary>Its author's words changed: what was written about it may no longer hold, so it is written again.</summary>
    Content,

    /// <summary>Others said more, or its words changed in looks only: a further snapshot, and nothing is written again.</summary>
    Discussion,

    /// <summary>It was closed, answered, reopened …; its text is the same.</summary>
    State,
}
