using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Digests;

/// <summary>What a revision of a digest did to an item.</summary>
public enum RevisionKind
{
    /// <summary>See <see cref="WithdrawalKind.Retraction"/>.</summary>
    Retraction,

    /// <summary>See <see cref="WithdrawalKind.Takedown"/>.</summary>
    Takedown,

    /// <summary>Its text was replaced by another that a person approved.</summary>
    Correction,
}
