using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Edits;

namespace NewsEducator.Review.Pages;

/// <summary>One line of the history: what was done to which candidate of which pack.</summary>
public sealed record HistoryLine
{
    public required long Id { get; init; }

    public required Guid CandidateId { get; init; }

    public required string Title { get; init; }

    public required DateOnly Date { get; init; }

    public int? Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Via { get; init; }

    /// <summary>Name of a <see cref="HistoryAction"/>.</summary>
    public required string Action { get; init; }

    public Choice? Before { get; init; }

    public Choice? After { get; init; }

    public string? Reason { get; init; }

    public string? TextBefore { get; init; }

    public string? TextAfter { get; init; }

    /// <summary>Under four eyes, who has given an opinion of the candidate.</summary>
    internal IReadOnlyList<Opinion> Opinions { get; init; } = [];

    /// <summary>The edit word by word.</summary>
    public IReadOnlyList<DiffPart> Diff => this is { TextBefore: { } before, TextAfter: { } after } ? WordDiff.Of(before, after) : [];

    /// <summary>Nobody sees another's opinion before giving their own: only that something was said.</summary>
    public HistoryLine For(string? viewer)
    {
        var isHidden =
            Action is nameof(HistoryAction.Opined) or nameof(HistoryAction.Undone)
            && By != viewer
            && Opinions.Count == 1
            && Opinions[0].By != viewer;
        return isHidden ? this with { Before = null, After = null, Reason = null } : this;
    }
}
