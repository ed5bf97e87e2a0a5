using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Reads the sentences of a snapshot that a summary may contain.</summary>
internal static class Passages
{
    // A thread of forty long comments has some 2,000; what comes after so many is a dump.
    private const int Most = 5_000;

    // What is longer is no citation any more, see text.quote-length.
    private const int LongestQuote = 800;

    /// <param name="language">Sentences of another language are left out.</param>
    public static List<Passage> Read(Snapshot snapshot, string language)
    {
        var passages = new List<Passage>();
        foreach (var section in snapshot.Sections.Where(section => section.Kind != SectionKind.Title))
        {
            var index = 0;
            Range? before = null;
            foreach (
                var (span, isOpening) in Prose
                    .Paragraphs(snapshot, section)
                    .SelectMany(paragraph =>
                        SentencesIn(snapshot.Text, paragraph).Select((each, at) => (Trim(snapshot.Text, each), at == 0))
                    )
            )
            {
                var quote = snapshot.Text[span];
                var text = PlainSentence.Of(quote);
                var isFit = Fitness.IsFit(quote, text, section.Kind) && Language.Of(text) == language;
                if (isFit)
                {
                    var passage = Passage.Of(passages.Count, index, section, quote, text) with { IsOpening = isOpening };
                    passages.Add(passage with { Completed = Complete(passage, snapshot.Text, before, span) });
                }

                before = isFit ? span : null;
                index++;
                if (passages.Count == Most)
                {
                    return passages;
                }
            }
        }

        return passages;
    }

    private static Passage? Complete(Passage passage, string text, Range? before, Range span)
    {
        if (!passage.LeansBack || before is not { } antecedent || !text.AsSpan()[antecedent.End..span.Start].IsWhiteSpace())
        {
            return null;
        }

        var quote = text[antecedent.Start..span.End];
        return quote.Length > LongestQuote ? null : passage with { Quote = quote, Text = PlainSentence.Of(quote) };
    }

    private static Range Trim(string text, Range span)
    {
        var (start, end) = (span.Start.Value, span.End.Value);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start..end;
    }

    private static IEnumerable<Range> SentencesIn(string text, Range paragraph) =>
        Sentences.Spans(text, paragraph.Start.Value, paragraph.End.Value);
}
