namespace NewsEducator.Contracts;

/// <summary>Why a collected item went no further.</summary>
public enum DropReason
{
    /// <summary>白名单拦截: the host, or the host it redirects to, is not allowed.</summary>
    Whitelist,

    /// <summary>A release, changelog, version bump, bot pull request or "what's new" list.</summary>
    Release,

    /// <summary>Funding or marketing news.</summary>
    Marketing,

    /// <summary>A title and nothing to check.</summary>
    Empty,

    /// <summary>Below the signal threshold of its source kind, or below the offered score.</summary>
    LowSignal,

    /// <summary>The same text as an item already collected.</summary>
    Duplicate,

    /// <summary>Skipped or removed by a person earlier.</summary>
    Tombstone,

    /// <summary>The source could not be fetched.</summary>
    NotFetched,
}
