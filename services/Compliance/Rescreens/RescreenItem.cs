using NewsEducator.Compliance.Previews;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rescreens;

/// <summary>One candidate of a rescreening, and its result.</summary>
internal sealed class RescreenItem
{
    public required Guid RescreenId { get; init; }

    public required Guid CandidateId { get; init; }

    /// <summary>Null until it was screened.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    public Verdict? Verdict { get; private set; }

    /// <summary>Null where the verdict is what it was.</summary>
    public ChangedVerdict? Flip { get; private set; }

    /// <summary>Why it could not be screened: a key of texts.json.</summary>
    public string? Fault { get; private set; }

    public void Finish(Verdict verdict, ChangedVerdict? flip, DateTimeOffset now) => (Verdict, Flip, DoneAt) = (verdict, flip, now);

    public void Fail(string fault, DateTimeOffset now) => (Fault, DoneAt) = (fault, now);
}
