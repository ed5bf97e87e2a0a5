using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Sources;

namespace NewsEducator.Review.Candidates;

/// <summary>A candidate whose source may disappear while it waits for a person.</summary>
internal sealed partial class Candidate
{
    /// <summary>Null before the first look.</summary>
    public SourceLook? Look { get; private set; }

    /// <summary>When its source was last known to stand; null before it was fetched.</summary>
    public DateTimeOffset? SourceSeenAt => Look?.SeenAt ?? Source?.FetchedAt;

    /// <summary>A person approved it, and it is not known whether its source still stands.</summary>
    public bool IsInDoubtSince(DateTimeOffset? asked) => Choice == Contracts.Choice.Approve && Look?.IsInDoubtSince(asked) == true;

    public SourceCheckRequested AskForSource(DateTimeOffset now) => (Look ??= new SourceLook { CandidateId = Id }).Ask(Url, now);
}
