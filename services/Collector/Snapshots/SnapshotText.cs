using System.Text;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Snapshots;

/// <summary>An item's text as one string, and where each part of it is.</summary>
internal sealed record SnapshotText
{
    private const int MostComments = 40;
    private const int LongestComment = 20_000;

    // Far more than anybody reads of one item; a page of megabytes would cost every service that looks at it.
    private const int LongestBody = 200_000;

    private const string Between = "\n\n";

    public required string Text { get; init; }

    public required IReadOnlyList<SnapshotSection> Sections { get; init; }

    /// <summary>What the author said, without the title and what others said to it.</summary>
    public string Words =>
        string.Join(
            Between,
            Sections
                .Where(section => section.Kind is SectionKind.Body or SectionKind.Transcript)
                .Select(section => AuthorMarkdown.WithoutForm(Text.Substring(section.Start, section.Length)))
        );

    public static SnapshotText Of(FetchedItem item)
    {
        var text = new StringBuilder();
        var sections = new List<SnapshotSection>();
        foreach (var part in WorthKeeping(item.Parts).Prepend(new TextPart(SectionKind.Title, item.Facts.Title)))
        {
            var clean = Clean(part, item.Facts.Address.Kind);
            if (clean.Length == 0)
            {
                continue;
            }

            text.Append(text.Length == 0 ? "" : Between);
            sections.Add(
                new SnapshotSection
                {
                    Kind = part.Kind,
                    Start = text.Length,
                    Length = clean.Length,
                    Author = part.Author == item.Facts.Author ? null : part.Author,
                    Reactions = part.Reactions,
                    IsAnswer = part.IsAnswer,
                }
            );
            text.Append(clean);
        }

        return new SnapshotText { Text = text.ToString(), Sections = sections };
    }

    /// <summary>All but the comments that fewest people reacted to; an answer always stays. The order is kept.</summary>
    private static IEnumerable<TextPart> WorthKeeping(IReadOnlyList<TextPart> parts)
    {
        var comments = parts
            .Where(part => part.Kind is SectionKind.Comment)
            .OrderByDescending(part => part.IsAnswer)
            .ThenByDescending(part => part.Reactions)
            .Take(MostComments)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return parts.Where(part => part.Kind is not SectionKind.Comment || comments.Contains(part));
    }

    // PostgreSQL stores no NUL in a text, and offsets must not depend on who wrote the line ends.
    private static string Clean(TextPart part, SourceKind kind)
    {
        var visible = PlainText.Visible((part.Text ?? "").ReplaceLineEndings("\n"));
        var clean = (part.Kind.MarkupOf(kind) == Markup.Markdown ? AuthorMarkdown.Read(visible) : visible).Trim();
        var longest = part.Kind is SectionKind.Comment ? LongestComment : LongestBody;
        return PlainText.Start(clean, longest);
    }
}
