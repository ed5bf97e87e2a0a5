using System.Collections.Concurrent;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Review.Notes;

/// <summary>Notes that could not be read or written; found again within seconds of a restart, so memory is enough.</summary>
internal sealed class NoteFaults(TimeProvider time)
{
    private readonly ConcurrentDictionary<DateOnly, NoteFault> _faults = [];

    public IReadOnlyList<NoteFault> All => [.. _faults.Values.OrderBy(fault => fault.Date)];

    public NoteFault? Of(DateOnly date) => _faults.GetValueOrDefault(date);

    /// <summary>Nothing failed, or it is time to try again.</summary>
    public bool MayTry(DateOnly date) => Of(date) is not { } fault || fault.NextAt <= time.GetUtcNow();

    /// <returns>Whether this is news.</returns>
    public bool Failed(DateOnly date, NoteFaultKind kind, string reason)
    {
        var (now, before) = (time.GetUtcNow(), Of(date));
        var failures = (before?.Failures ?? 0) + 1;
        _faults[date] = new NoteFault(date, kind, reason, before?.Since ?? now, failures, now + Backoff.After(failures));
        ReviewMetrics.NoteFailed(kind, isNew: before is null);
        return before?.Kind != kind || before.Reason != reason;
    }

    public void Mended(DateOnly date)
    {
        if (_faults.TryRemove(date, out _))
        {
            ReviewMetrics.NoteMended();
        }
    }
}

/// <summary>A note that is not in step with its pack.</summary>
/// <param name="Failures">How often it was tried.</param>
internal sealed record NoteFault(
    DateOnly Date,
    NoteFaultKind Kind,
    string Reason,
    DateTimeOffset Since,
    int Failures,
    DateTimeOffset NextAt
);

internal enum NoteFaultKind
{
    Read,
    Write,
}
