using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Testing;

/// <summary>Snapshots, made as the Collector makes them: parts one after the other with a blank line between.</summary>
public static class SomeSource
{
    public sealed record Part(SectionKind Kind, string Text, int Reactions = 0, bool IsAnswer = false);

    public static Snapshot Snapshot(string title, params IEnumerable<Part> parts) => Snapshot(SourceKind.GitHubIssue, title, parts);

    public static Snapshot Snapshot(SourceKind kind, string title, params IEnumerable<Part> parts)
    {
        var text = new StringBuilder();
        var sections = new List<SnapshotSection>();
        foreach (var part in parts.Prepend(new Part(SectionKind.Title, title)))
        {
            text.Append(text.Length == 0 ? "" : "\n\n");
            sections.Add(
                new SnapshotSection
                {
                    Kind = part.Kind,
                    Start = text.Length,
                    Length = part.Text.Length,
                    Reactions = part.Reactions,
                    IsAnswer = part.IsAnswer,
                }
            );
            text.Append(part.Text);
        }

        return new Snapshot
        {
            Id = new string('a', 64),
            ItemId = ItemIds.ForUrl("https://github.com/northwind-labs/ledger/issues/1"),
            Kind = kind,
            CanonicalUrl = "https://github.com/northwind-labs/ledger/issues/1",
            FinalUrl = "https://github.com/northwind-labs/ledger/issues/1",
            Title = title,
            Author = "mira-kask",
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            FetchedAt = DateTimeOffset.UnixEpoch,
            Text = text.ToString(),
            Sections = sections,
        };
    }

    public static SourceItem Source(Snapshot snapshot) => SourceItem.Of(snapshot, score: 8);

    public static Part Body(string text) => new(SectionKind.Body, text);

    public static Part Comment(string text, int reactions = 0) => new(SectionKind.Comment, text, reactions);

    public static Part Answer(string text, int reactions = 10) => new(SectionKind.Comment, text, reactions, IsAnswer: true);

    public static Part Transcript(string text) => new(SectionKind.Transcript, text);
}
