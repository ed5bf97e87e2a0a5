namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>A digest whose notes are in the vault and not committed.</summary>
internal sealed class UncommittedNotes
{
    /// <summary>The digest's.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>That was written.</summary>
    public required int Revision { get; set; }

    /// <summary>The last time.</summary>
    public required DateTimeOffset WrittenAt { get; set; }

    /// <summary>Notes that were removed since the last commit.</summary>
    public List<string> Removed { get; set; } = [];
}
