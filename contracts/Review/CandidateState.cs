namespace NewsEducator.Contracts;

/// <summary>Where a candidate stands; all but the first two, <see cref="Verification"/> and <see cref="Correcting"/> are
/// ends.</summary>
public enum CandidateState
{
    Waiting,
    Offered,
    Approved,
    Skipped,
    Verification,
    Expired,

    /// <summary>By a rule; before it was in a pack, a changed policy can let it wait again.</summary>
    Blocked,

    /// <summary>Verified, and offered again as a candidate of a later pack.</summary>
    Returned,

    /// <summary>A planted falsehood that has done its work; never published.</summary>
    Planted,

    /// <summary>Tells of an event for which another candidate stands: one of that candidate's further sources.</summary>
    Merged,

    /// <summary>A corrected text of a published item, see <see cref="CorrectionView.Draft"/>, not published yet.</summary>
    Correcting,

    /// <summary>A corrected text that was published in place of the one before.</summary>
    Corrected,
}
