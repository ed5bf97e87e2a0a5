using NewsEducator.Contracts;

namespace NewsEducator.Review.Tests.Candidates.Stories;

/// <summary>Items that tell of one event, as the screening sends them.</summary>
internal static class SomeStory
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    public static SourceItem Source(string name, double score = 7) =>
        new()
        {
            ItemId = ItemIds.ForUrl(UrlOf(name)),
            SnapshotId = ItemIds.From(name).ToString("N"),
            CanonicalUrl = UrlOf(name),
            FinalUrl = UrlOf(name),
            Kind = SourceKind.Article,
            Title = $"{name} tells of the outage",
            PublishedAt = Now,
            FetchedAt = Now.AddMinutes(name[^1]),
            Score = score,
        };

    /// <param name="name">Its last letter is its place in the order of fetching.</param>
    /// <param name="score">The best stands for the event.</param>
    /// <param name="before">The names of what was collected of the event before, the first one first.</param>
    public static ItemScreened Message(string name, double score, params string[] before)
    {
        var source = Source(name, score);
        var message = SomeCandidate.Message(text: $"{name} says that it lasted 42 minutes.", id: source.ItemId);
        return message with
        {
            Source = source,
            Summary = message.Summary with { Title = name },
            UpdateOf = before is [var first, ..] ? Source(first).ItemId : null,
            Related = [.. before.Select(each => Source(each))],
        };
    }

    public static ItemScreened Contradicting(this ItemScreened message, string other) =>
        message with
        {
            Verdict = Verdict.NeedsVerify,
            Findings = [Conflict("42 minutes", "67 minutes", message.Source, Source(other))],
        };

    public static Finding Conflict(string one, string other, SourceItem? first = null, SourceItem? second = null) =>
        new()
        {
            Rule = "source.conflict",
            Severity = Severity.Verify,
            Message = $"【需人工确认】{one}与 {other}",
            MessageEn = $"{one} or {other}",
            Spans = [SpanOf(first ?? Source("a"), one), SpanOf(second ?? Source("b"), other)],
        };

    public static string UrlOf(string name) => $"https://{name}.example/outage";

    private static SourceSpan SpanOf(SourceItem source, string words) =>
        new()
        {
            ItemId = source.ItemId,
            SnapshotId = source.SnapshotId,
            Start = 8,
            Text = words,
        };
}
