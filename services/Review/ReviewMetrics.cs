using System.Diagnostics.Metrics;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Schedule;

namespace NewsEducator.Review;

/// <summary>Meter <c>NewsEducator.Review</c>.</summary>
internal static class ReviewMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Review");
    private static readonly Counter<long> ScreenedItems = Meter.CreateCounter<long>(
        "newseducator.review.screened",
        "{item}",
        "Screened items that came in, by verdict."
    );
    private static readonly Counter<long> DroppedItems = Meter.CreateCounter<long>(
        "newseducator.review.dropped",
        "{item}",
        "Dropped items put into the audit, by reason."
    );
    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>(
        "newseducator.review.decided",
        "{decision}",
        "Decisions, by choice and way in."
    );
    private static readonly Counter<long> Releases = Meter.CreateCounter<long>("newseducator.review.released", "{pack}", "Released packs.");

    private static readonly Counter<long> Findings = Meter.CreateCounter<long>(
        "newseducator.review.findings",
        "{finding}",
        "Entries of the corrections queue, by who noticed."
    );

    private static readonly Counter<long> CorrectionActs = Meter.CreateCounter<long>(
        "newseducator.review.corrections",
        "{act}",
        "What people did with the corrections queue."
    );

    private static readonly Counter<long> Notes = Meter.CreateCounter<long>(
        "newseducator.review.notes",
        "{note}",
        "Notes that a person saved, by outcome."
    );

    private static readonly Counter<long> NoteFailures = Meter.CreateCounter<long>(
        "newseducator.review.notes.failed",
        "{attempt}",
        "Attempts to read or write a note that failed."
    );

    private static readonly UpDownCounter<long> OutOfStep = Meter.CreateUpDownCounter<long>(
        "newseducator.review.notes.failing",
        "{note}",
        "Notes that cannot be read or written at present."
    );

    private static PackDelays _delays = new(TimeSpan.Zero, TimeSpan.Zero);

    static ReviewMetrics()
    {
        Meter.CreateObservableGauge(
            "newseducator.review.pack.uncut",
            () => Volatile.Read(ref _delays).Uncut.TotalSeconds,
            "s",
            "Since when the day's pack should have been cut."
        );
        Meter.CreateObservableGauge(
            "newseducator.review.pack.unreleased",
            () => Volatile.Read(ref _delays).Unreleased.TotalSeconds,
            "s",
            "How long the oldest pack of the last days waits for decisions."
        );
    }

    public static void Late(PackDelays delays) => Volatile.Write(ref _delays, delays);

    public static void Screened(Verdict verdict) => ScreenedItems.Add(1, new KeyValuePair<string, object?>("verdict", verdict.ToString()));

    public static void Dropped(DropReason reason) => DroppedItems.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    public static void Decided(Choice? choice, string via) =>
        Decisions.Add(
            1,
            new KeyValuePair<string, object?>("choice", choice?.ToString() ?? "none"),
            new KeyValuePair<string, object?>("via", via)
        );

    public static void Found(CorrectionOrigin origin) => Findings.Add(1, new KeyValuePair<string, object?>("origin", origin.ToString()));

    public static void Corrected(HistoryAction act) => CorrectionActs.Add(1, new KeyValuePair<string, object?>("act", act.ToString()));

    /// <param name="outcome"><c>applied</c> or <c>refused</c>.</param>
    public static void NoteRead(string outcome) => Notes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void NoteFailed(NoteFaultKind kind, bool isNew)
    {
        NoteFailures.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));
        OutOfStep.Add(isNew ? 1 : 0);
    }

    public static void NoteMended() => OutOfStep.Add(-1);

    public static void Released() => Releases.Add(1);
}
