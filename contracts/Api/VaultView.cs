namespace NewsEducator.Contracts;

/// <summary>How the notes in the vault stand: what it lacks, and what its git repository or the remote lacks.</summary>
/// <param name="Missing">Digests whose notes cannot be written.</param>
/// <param name="Repository">Null where the vault is not committed.</param>
public sealed record VaultView(IReadOnlyList<MissingNotes> Missing, RepositoryView? Repository);

/// <param name="Date">The digest's.</param>
public sealed record MissingNotes(DateOnly Date, DateTimeOffset Since, string Reason);

/// <param name="Uncommitted">Digests whose notes are written and not committed.</param>
/// <param name="Unpushed">Commits that the remote lacks.</param>
/// <param name="Commit">The latest that was made.</param>
/// <param name="Fault">What is in the way; null while all is well.</param>
/// <param name="Reason">What happened and what to do.</param>
/// <param name="Since">Since when it fails.</param>
public sealed record RepositoryView(
    int Uncommitted,
    int Unpushed,
    string? Commit,
    DateTimeOffset? CommittedAt,
    DateTimeOffset? PushedAt,
    RepositoryFault? Fault,
    string? Reason,
    DateTimeOffset? Since,
    DateTimeOffset? NextAt
);

/// <summary>Why the vault's notes cannot be committed or pushed. Nothing was changed.</summary>
public enum RepositoryFault
{
    /// <summary>The vault is no git repository.</summary>
    NotARepository,

    /// <summary>The repository has settings that run programs or lead elsewhere.</summary>
    ForeignSettings,

    /// <summary>A person is in the middle of a merge, a rebase or a commit.</summary>
    Busy,

    /// <summary>The remote has another text of a note that this service wrote.</summary>
    Conflict,

    /// <summary>Vault and remote both have commits of people that the other lacks.</summary>
    Diverged,

    /// <summary>A file that the remote changed holds edits that nobody committed.</summary>
    LocalEdits,

    /// <summary>The remote answers and does not take the commits.</summary>
    Refused,

    /// <summary>The remote does not answer.</summary>
    RemoteAway,

    /// <summary>Anything else.</summary>
    Failed,

    /// <summary>Host key or certificate of the remote is not a trusted one.</summary>
    Untrusted,
}
