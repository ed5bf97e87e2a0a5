using System.Diagnostics.Metrics;
using NewsEducator.Contracts;

namespace NewsEducator.Review;

/// <summary>Meter <c>NewsEducator.Review</c>.</summary>
internal static class ReviewMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Review");
    private static readonly Counter<long> ScreenedItems = Meter.CreateCounter<long>("newseducator.review.screened", "{item}", "Screened items that came in, by verdict.");
    private static readonly Counter<long> DroppedItems = Meter.CreateCounter<long>("newseducator.review.dropped", "{item}", "Dropped items put into the audit, by reason.");
    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>("newseducator.review.decided", "{decision}", "Decisions, by choice and way in.");
    private static readonly Counter<long> Releases = Meter.CreateCounter<long>("newseducator.review.released", "{pack}", "Released packs.");

    private static readonly Counter<long> Notes = Meter.CreateCounter<long>("newseducator.review.notes", "{note}", "Notes that a person saved, by outcome.");

    public static void Screened(Verdict verdict) => ScreenedItems.Add(1, new KeyValuePair<string, object?>("verdict", verdict.ToString()));

    public static void Dropped(DropReason reason) => DroppedItems.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    public static void Decided(Choice? choice, string via) =>
        Decisions.Add(1, new KeyValuePair<string, object?>("choice", choice?.ToString() ?? "none"), new KeyValuePair<string, object?>("via", via));

    /// <param name="outcome"><c>applied</c> or <c>refused</c>.</param>
    public static void NoteRead(string outcome) => Notes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void Released() => Releases.Add(1);
}
