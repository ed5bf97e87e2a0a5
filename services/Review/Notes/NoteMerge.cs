using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Notes;

/// <summary>What a person changed in a note since it was written, and where the pack has changed differently meanwhile.</summary>
/// <param name="Changed">The entries to take over, as the pack is to have them.</param>
/// <param name="Conflicts">Numbers of the candidates that both sides changed, each in its own way.</param>
internal sealed record NoteMerge(IReadOnlyList<PackEntry> Changed, IReadOnlyList<PackEntry> Conflicts)
{
    /// <summary>All have the same candidates in the same order.</summary>
    /// <param name="before">What the note showed last.</param>
    /// <param name="theirs">What the person saved.</param>
    /// <param name="ours">The pack.</param>
    /// <param name="earlier">What the note showed when the person saved it before, where the pack has been written into it since: an editor
    /// or a sync tool that had not seen this takes nothing back by saving the old state.</param>
    public static NoteMerge Of(PackDocument before, PackDocument theirs, PackDocument ours, PackDocument? earlier)
    {
        var rows = before
            .Items.Zip(theirs.Items, ours.Items)
            .Zip((earlier ?? before).Items, (row, past) => new Row(row.First, Merge(row.First, row.Second, past, row.Second), row.Third))
            .Where(row => row.IsChanged)
            .ToList();
        return new NoteMerge(
            [.. rows.Where(row => !row.IsConflict).Select(row => row.Merged)],
            [.. rows.Where(row => row.IsConflict).Select(row => row.Ours)]
        );
    }

    /// <summary>Each part of an entry that is as it was in <paramref name="known"/> becomes that of <paramref name="current"/>.</summary>
    private static PackEntry Merge(PackEntry current, PackEntry theirs, PackEntry known, PackEntry frame) =>
        frame with
        {
            Choice = Part(entry => entry.Choice, current, theirs, known),
            Title = Part(entry => entry.Title, current, theirs, known),
            Summary = Part(entry => entry.Summary, current, theirs, known),
            OneLiner = Part(entry => entry.OneLiner, current, theirs, known),
            Analogy = Part(entry => entry.Analogy, current, theirs, known),
            Terms = Part(entry => entry.Terms, current, theirs, known),
        };

    private static T Part<T>(Func<PackEntry, T> part, PackEntry current, PackEntry theirs, PackEntry known) =>
        Equals(part(theirs), part(known)) ? part(current) : part(theirs);

    private sealed record Row(PackEntry Before, PackEntry Theirs, PackEntry Ours)
    {
        private static readonly Func<PackEntry, object?>[] Parts =
        [
            entry => entry.Choice,
            entry => entry.Title,
            entry => entry.Summary,
            entry => entry.OneLiner,
            entry => entry.Analogy,
            entry => entry.Terms,
        ];

        public bool IsChanged => Merged with { Line = 0 } != Ours with { Line = 0 };

        public bool IsConflict =>
            Parts.Any(part =>
                !Equals(part(Before), part(Theirs)) && !Equals(part(Before), part(Ours)) && !Equals(part(Theirs), part(Ours))
            );

        public PackEntry Merged => Merge(Ours, Theirs, Before, Ours with { Line = Theirs.Line });
    }
}
