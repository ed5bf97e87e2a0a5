using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Notes;

/// <summary>What a person changed in a note since it was written, and where the pack has changed differently meanwhile.</summary>
/// <param name="Changed">The entries to take over, as they are to stand in the pack.</param>
/// <param name="Conflicts">Numbers of the candidates that both sides changed, each in its own way.</param>
internal sealed record NoteMerge(IReadOnlyList<PackEntry> Changed, IReadOnlyList<PackEntry> Conflicts)
{
    /// <summary>All have the same candidates in the same order.</summary>
    /// <param name="before">What the note showed last.</param>
    /// <param name="theirs">What the person saved.</param>
    /// <param name="ours">The pack.</param>
    /// <param name="earlier">What the note showed when the person saved it before, where the pack has been written into it since: an editor or
    /// a sync tool that had not seen this takes nothing back by saving the old state.</param>
    public static NoteMerge Of(PackDocument before, PackDocument theirs, PackDocument ours, PackDocument? earlier)
    {
        var rows = before.Items.Zip(theirs.Items, ours.Items)
            .Zip((earlier ?? before).Items, (row, past) => new Row(row.First, Renewed(row.Second, past, row.First), row.Third))
            .Where(row => row.IsChanged)
            .ToList();
        return new NoteMerge([.. rows.Where(row => !row.IsConflict).Select(row => row.Merged)], [.. rows.Where(row => row.IsConflict).Select(row => row.Ours)]);
    }

    private static PackEntry Renewed(PackEntry theirs, PackEntry past, PackEntry before) => theirs with
    {
        Choice = theirs.Choice == past.Choice ? before.Choice : theirs.Choice,
        Title = theirs.Title == past.Title ? before.Title : theirs.Title,
        Summary = theirs.Summary == past.Summary ? before.Summary : theirs.Summary,
    };

    private sealed record Row(PackEntry Before, PackEntry Theirs, PackEntry Ours)
    {
        public bool IsChanged => Merged with { Line = 0 } != Ours with { Line = 0 };

        public bool IsConflict =>
            Differ(Before.Choice, Theirs.Choice, Ours.Choice) || Differ(Before.Title, Theirs.Title, Ours.Title) || Differ(Before.Summary, Theirs.Summary, Ours.Summary);

        public PackEntry Merged => Ours with
        {
            Line = Theirs.Line,
            Choice = Theirs.Choice == Before.Choice ? Ours.Choice : Theirs.Choice,
            Title = Theirs.Title == Before.Title ? Ours.Title : Theirs.Title,
            Summary = Theirs.Summary == Before.Summary ? Ours.Summary : Theirs.Summary,
        };

        private static bool Differ<T>(T before, T theirs, T ours) =>
            !Equals(before, theirs) && !Equals(before, ours) && !Equals(theirs, ours);
    }
}
