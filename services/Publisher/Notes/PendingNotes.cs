namespace NewsEducator.Publisher.Notes;

/// <summary>A digest that the vault does not hold as it is; kept until it does, however long the vault is full, read-only or
/// away.</summary>
internal sealed class PendingNotes
{
    /// <summary>The digest's.</summary>
    public required DateOnly Date { get; init; }

    public required DateTimeOffset Since { get; set; }

    /// <summary>Not tried earlier.</summary>
    public required DateTimeOffset NextAt { get; set; }

    public int Failures { get; set; }

    /// <summary>Why it could not be written the last time; null before the first attempt.</summary>
    public string? Reason { get; set; }
}
