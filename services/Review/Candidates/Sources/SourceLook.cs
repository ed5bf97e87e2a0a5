using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates.Sources;

/// <summary>When the source of a candidate was last seen to stand. Apart from the candidate: a look changes nothing that a person
/// decides.</summary>
internal sealed class SourceLook
{
    public required Guid CandidateId { get; init; }

    public int Looks { get; private set; }

    /// <summary>The last look that was answered.</summary>
    public int Answered { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When it is looked at again after a look that said nothing; null where the usual pause holds.</summary>
    public DateTimeOffset? NextLookAt { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Since when no look has said anything of it; null where the last one did.</summary>
    public DateTimeOffset? UnreachedSince { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>The host said that the source is not there, and no look since then has found it: one more such answer, and it is taken
    /// back.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Whether it is not known if the source stands: it is missing, or a look that was asked for since then is not
    /// answered.</summary>
    public bool IsInDoubtSince(DateTimeOffset? asked) => IsMissing || (Looks > Answered && AskedAt >= asked);

    public SourceCheckRequested Ask(string url, DateTimeOffset now)
    {
        (AskedAt, NextLookAt) = (now, null);
        return new SourceCheckRequested
        {
            CandidateId = CandidateId,
            Url = url,
            Look = ++Looks,
        };
    }

    public void Record(SourceChecked answer)
    {
        if (answer.Look < Answered)
        {
            return;
        }

        Answered = answer.Look;
        IsMissing = answer.IsMissing || (IsMissing && answer.Fault is not null);
        if (answer.Withdrawn is not null)
        {
            return;
        }

        if (answer.Fault is { } fault)
        {
            (UnreachedSince, Fault, NextLookAt) = (UnreachedSince ?? answer.CheckedAt, PlainText.Line(fault, 300), answer.NextLookAt);
        }
        else
        {
            (SeenAt, UnreachedSince, Fault, NextLookAt) = (answer.CheckedAt, null, null, null);
        }
    }
}
