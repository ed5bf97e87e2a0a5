using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests;

/// <summary>Items to begin a test from; each test changes what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 8, 0, 0, TimeSpan.Zero);

    public static ItemFacts Issue(string title = "Deadlock when two workers commit at once") =>
        new()
        {
            Address = ItemAddress.Of("https://github.com/northwind-labs/ledger/issues/412")!,
            Title = title,
            Author = "mira-kask",
            Labels = ["bug"],
            PublishedAt = Now.AddHours(-6),
            UpdatedAt = Now.AddHours(-2),
        };

    public static ItemFacts Of(SourceKind kind, int comments = 0, int reactions = 0, TimeSpan? duration = null) =>
        Issue() with
        {
            Address = new ItemAddress(kind, "https://example.org/", "", ""),
            Labels = [],
            Comments = comments,
            Reactions = reactions,
            Duration = duration,
        };

    public static FetchedItem Fetched(params TextPart[] parts) => new() { Facts = Issue(), Parts = parts };

    public static TextPart Body(string text) => new(SectionKind.Body, text);

    public static TextPart Comment(string text, int reactions = 0, bool isAnswer = false, string? author = "someone") =>
        new(SectionKind.Comment, text)
        {
            Author = author,
            Reactions = reactions,
            IsAnswer = isAnswer,
        };
}
