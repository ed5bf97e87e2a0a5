namespace NewsEducator.Publisher.Coverage;

/// <summary>When a concept was covered.</summary>
/// <param name="Key">The concept's.</param>
/// <param name="Name">As readers see it.</param>
/// <param name="Items">Published items on it.</param>
/// <param name="Dates">Digests that hold them, the newest first; none where it is a gap.</param>
public sealed record ConceptCoverage(string Key, string Name, int Items, IReadOnlyList<DateOnly> Dates)
{
    /// <summary>As in its page's path.</summary>
    public string Address => Uri.EscapeDataString(Key);
}
