namespace NewsEducator.Publisher.Withdrawals;

/// <summary>How an item ceases to be published.</summary>
public enum WithdrawalKind
{
    /// <summary>It was wrong: its title and the reason stay, and what it said can be read in the history.</summary>
    Retraction,

    /// <summary>It may not be shown: its text is removed everywhere, the history included.</summary>
    Takedown,
}
