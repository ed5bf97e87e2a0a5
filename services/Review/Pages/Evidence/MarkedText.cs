using NewsEducator.Contracts;

namespace NewsEducator.Review.Pages.Evidence;

/// <summary>A snapshot's text cut where the evidence of the summary's sentences begins and ends.</summary>
internal static class MarkedText
{
    /// <summary>More than anybody reads beside a summary; the rest is one click away at its source.</summary>
    public const int MostShown = 200_000;

    private const int NoSentence = -1;

    /// <summary>A section of the source, in pieces.</summary>
    public sealed record Part(SectionKind Kind, string? Author, bool IsAnswer, IReadOnlyList<Piece> Pieces)
    {
        public string Text { get; } = string.Concat(Pieces.Select(piece => piece.Text));
    }

    /// <summary>A run of text that the same sentences rest on.</summary>
    /// <param name="Text">As fetched.</param>
    /// <param name="Sentences">Indexes of the sentences; empty where none rests on it.</param>
    /// <param name="Begins">The sentences whose first evidence begins here.</param>
    public sealed record Piece(string Text, IReadOnlyList<int> Sentences, IReadOnlyList<int> Begins)
    {
        /// <summary>Another source contradicts it.</summary>
        public bool IsDisputed { get; init; }

        /// <summary>The disputed words that begin here.</summary>
        public IReadOnlyList<SourceSpan> Disputes { get; init; } = [];
    }

    private sealed record Span(int Sentence, int Start, int End, bool IsBest, SourceSpan? Disputed = null);

    /// <summary>Names the place of disputed words in the page.</summary>
    public static string AnchorOf(int source, SourceSpan span) => $"k{source}-{span.Start}";

    public static IReadOnlyList<Part> Of(
        Snapshot snapshot,
        IReadOnlyList<SentenceCheck> sentences,
        IReadOnlyList<SourceSpan>? disputed = null
    )
    {
        var text = snapshot.Text.Length > MostShown ? snapshot.Text[..MostShown] : snapshot.Text;
        var spans = sentences
            .Index()
            .SelectMany(each =>
                each.Item.Evidence.Index()
                    .Select(evidence => Locate(text, each.Index, evidence.Item.Start, evidence.Item.Text, evidence.Index == 0))
            )
            .Concat(
                (disputed ?? [])
                    .DistinctBy(span => span.Start)
                    .Select(span =>
                        Locate(text, NoSentence, span.Start, span.Text, isBest: false) is { } found ? found with { Disputed = span } : null
                    )
            )
            .OfType<Span>()
            .ToList();
        return
        [
            .. SectionsOf(snapshot, text.Length)
                .Select(section => new Part(section.Kind, section.Author, section.IsAnswer, Cut(text, section, spans))),
        ];
    }

    /// <summary>The offsets belong to the snapshot that was screened; with another at hand the words themselves are looked for.</summary>
    private static Span? Locate(string text, int sentence, int at, string words, bool isBest)
    {
        if (words.Length == 0)
        {
            return null;
        }

        var stands = at >= 0 && at <= text.Length - words.Length && string.CompareOrdinal(text, at, words, 0, words.Length) == 0;
        var start = stands ? at : text.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? null : new Span(sentence, start, start + words.Length, isBest);
    }

    private static IEnumerable<SnapshotSection> SectionsOf(Snapshot snapshot, int length)
    {
        var at = 0;
        foreach (var section in snapshot.Sections.OrderBy(section => section.Start))
        {
            var start = Math.Clamp(section.Start, at, length);
            var end = (int)Math.Clamp((long)section.Start + section.Length, start, length);
            if (end > start)
            {
                yield return section with
                {
                    Start = start,
                    Length = end - start,
                };
            }

            at = end;
        }

        if (at == 0 && length > 0)
        {
            yield return new SnapshotSection
            {
                Kind = SectionKind.Body,
                Start = 0,
                Length = length,
            };
        }
    }

    private static List<Piece> Cut(string text, SnapshotSection section, List<Span> spans)
    {
        var end = section.Start + section.Length;
        var inside = spans.Where(span => span.Start < end && span.End > section.Start).ToList();
        int[] cuts =
        [
            .. inside
                .SelectMany(span => new[] { span.Start, span.End })
                .Where(cut => cut > section.Start && cut < end)
                .Append(section.Start)
                .Append(end)
                .Distinct()
                .Order(),
        ];
        return
        [
            .. cuts.Zip(
                cuts.Skip(1),
                (from, to) =>
                    new Piece(text[from..to], Resting(inside, from), Beginning(inside, from))
                    {
                        IsDisputed = inside.Exists(span => span.Disputed is not null && span.Start <= from && span.End > from),
                        Disputes = [.. inside.Where(span => span.Start == from).Select(span => span.Disputed).OfType<SourceSpan>()],
                    }
            ),
        ];
    }

    private static List<int> Resting(List<Span> spans, int at) =>
        [
            .. spans
                .Where(span => span.Sentence != NoSentence && span.Start <= at && span.End > at)
                .Select(span => span.Sentence)
                .Distinct()
                .Order(),
        ];

    private static List<int> Beginning(List<Span> spans, int at) =>
        [.. spans.Where(span => span.IsBest && span.Start == at).Select(span => span.Sentence).Distinct().Order()];
}
