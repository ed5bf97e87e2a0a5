namespace NewsEducator.Publisher.Digests;

/// <summary>This database was restored from a backup: more may be published than it knows. Written by <c>tools/restore</c>.</summary>
internal sealed class RestoredCopy
{
    public long Id { get; init; }

    /// <summary>When the backup was taken.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required DateTimeOffset RestoredAt { get; init; }

    /// <summary>A pack dated until then is not published by this copy, for it may have been published since the backup.</summary>
    public required DateOnly PublishedUntil { get; init; }

    /// <summary>Why an item is refused.</summary>
    public string Doubt =>
        $"restored from a backup of {TakenAt:u}; what is dated until {PublishedUntil:yyyy-MM-dd} may be published already";
}
