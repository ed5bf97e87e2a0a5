using System.Linq.Expressions;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>A message that a consumer failed on: waiting to be redelivered, or, with <see cref="DueAt"/> null, a dead letter.</summary>
/// <remarks>The row goes when its message was handled, in whatever way it came to its consumer; until then it can be sent as often as one
/// likes.</remarks>
internal sealed class DeadLetter
{
    /// <summary>Of a message that is too large, this much is kept.</summary>
    public const int LongestKeptBeginning = 64 * 1024;

    /// <summary>Nobody sends it again unless a person asks for that.</summary>
    public static readonly Expression<Func<DeadLetter, bool>> IsDead = letter => letter.DueAt == null && letter.DiscardedAt == null;

    /// <summary>It is redelivered by itself.</summary>
    public static readonly Expression<Func<DeadLetter, bool>> IsWaiting = letter => letter.DueAt != null;

    public long Id { get; init; }

    /// <summary>See <see cref="QueueNames.ConsumerOf"/>.</summary>
    public required string Consumer { get; init; }

    /// <summary>The sender's id, or the hash of the body where it has none.</summary>
    public required string MessageId { get; init; }

    public required string MessageType { get; init; }

    public required byte[] Body { get; init; }

    /// <summary><see cref="Body"/> is only the beginning: it cannot be sent again.</summary>
    public bool IsTruncated { get; init; }

    public required string ContentType { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public string Reason { get; private set; } = "";

    /// <summary>Exception type and the first frame of ours: the same for the same fault.</summary>
    public string Fingerprint { get; private set; } = "";

    public required DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset LastAt { get; private set; }

    /// <summary>How often it failed; each includes the retries in the process.</summary>
    public int Count { get; private set; }

    /// <summary>When it is sent again; null for a dead letter, which waits for a person.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset? DiscardedAt { get; private set; }

    public string? DiscardedBy { get; private set; }

    public string? DiscardReason { get; private set; }

    public void Fail(Fault fault, DateTimeOffset now, RedeliveryOptions options)
    {
        Count++;
        LastAt = now;
        Reason = fault.Reason;
        Fingerprint = fault.Fingerprint;
        var waits = !fault.IsLasting && !IsTruncated && DiscardedAt is null;
        DueAt = waits ? now + options.DelayAfter(Count, fault.IsPassing) : null;
    }

    /// <summary>To be sent at once, and not counted: it comes from a queue of a former version.</summary>
    public void MoveOver(DateTimeOffset now)
    {
        (LastAt, Reason, Fingerprint) = (now, "moved from a queue of a former version", "moved");
        DueAt = now;
    }

    public void SentAt(DateTimeOffset now, TimeSpan lease) => DueAt = now + lease;
}
