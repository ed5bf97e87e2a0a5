using NewsEducator.Contracts;

namespace NewsEducator.Review.Packs.Files;

/// <summary>What a pack file says: the public interface of the seed.</summary>
internal sealed record PackDocument
{
    public const string PendingReview = "pending-review";
    public const string Reviewed = "reviewed";
    public const string Released = "released";

    public required DateOnly Date { get; init; }

    /// <summary><see cref="PendingReview"/>, <see cref="Reviewed"/> or <see cref="Released"/>.</summary>
    public required string Status { get; init; }

    public required IReadOnlyList<PackEntry> Items { get; init; }

    public required ComplianceLine Compliance { get; init; }

    public bool IsSameSelectionAs(PackDocument other) =>
        Items.Select(entry => entry.Url).SequenceEqual(other.Items.Select(entry => entry.Url));

    /// <summary>The same with the texts of <paramref name="known"/> wherever it differs from them in nothing but where lines were
    /// broken.</summary>
    public PackDocument AsKnown(PackDocument known) =>
        Items.Count == known.Items.Count ? this with { Items = [.. Items.Zip(known.Items, (entry, same) => entry.AsKnown(same))] } : this;
}

/// <summary>One numbered candidate of a pack file.</summary>
internal sealed record PackEntry
{
    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    /// <summary>A label of <see cref="ItemTypes"/>.</summary>
    public required string Type { get; init; }

    public required string Summary { get; init; }

    public string? OneLiner { get; init; }

    public string? Analogy { get; init; }

    /// <summary>See <see cref="TermLine"/>.</summary>
    public string? Terms { get; init; }

    /// <summary>The one ticked box, null where none is.</summary>
    public Choice? Choice { get; init; }

    /// <summary>Line of the heading in the file it was read from, from 1; 0 where it was not read from one.</summary>
    public int Line { get; init; }

    /// <summary>An editor broke one of its texts into lines.</summary>
    public bool IsWrapped { get; init; }

    public PackEntry AsKnown(PackEntry known) =>
        !IsWrapped
            ? this
            : this with
            {
                IsWrapped = false,
                Summary = WrappedText.AsKnown(Summary, known.Summary)!,
                OneLiner = WrappedText.AsKnown(OneLiner, known.OneLiner),
                Analogy = WrappedText.AsKnown(Analogy, known.Analogy),
                Terms = WrappedText.AsKnown(Terms, known.Terms),
            };
}
