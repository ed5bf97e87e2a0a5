namespace NewsEducator.Contracts;

/// <summary>A page of candidates, newest first.</summary>
/// <param name="Next">Cursor of the page after this one; null on the last.</param>
public sealed record CandidatePage(IReadOnlyList<CandidateView> Items, string? Next);

/// <summary>A remark on a candidate.</summary>
public sealed record CommentView(long Id, DateTimeOffset At, string By, string Text);

/// <summary>How many candidates are in which state, and since when the oldest does.</summary>
public sealed record StageView(CandidateState State, int Count, DateTimeOffset Oldest);

/// <summary>One reviewer's work.</summary>
/// <param name="Decisions">Decisions and opinions that were given.</param>
/// <param name="MedianSeconds">From one decision to the next in the same pack, pauses of ten minutes and more left out; null where there is
/// no pair.</param>
/// <param name="Paired">Candidates of which a second reviewer gave an opinion, too.</param>
/// <param name="Agreed">Those of them on which both were of one opinion.</param>
/// <param name="Undone">Decisions taken back.</param>
/// <param name="PlantedCaught">Planted falsehoods of released packs that were skipped or sent to verification.</param>
/// <param name="PlantedMissed">Those that were approved.</param>
public sealed record ReviewerView(
    string Name,
    int Decisions,
    double? MedianSeconds,
    int Paired,
    int Agreed,
    int Undone,
    int PlantedCaught,
    int PlantedMissed
);

/// <summary>A page of the history of everything, oldest first.</summary>
/// <param name="Intact">Whether each entry of the page is what was written and follows the one before.</param>
/// <param name="BrokenAt">The first entry that is not.</param>
/// <param name="Next">Continue with entries after this id; null on the last page, where <paramref name="Intact"/> also says that nothing is
/// missing at the end.</param>
public sealed record AuditPage(IReadOnlyList<HistoryView> Entries, bool Intact, long? BrokenAt, long? Next);
