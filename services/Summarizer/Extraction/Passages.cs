using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Reads the sentences of a snapshot that a summary may contain.</summary>
internal static class Passages
{
    // A thread of forty long comments has some 2,000; what comes after so many is a dump.
    private const int Most = 5_000;

    /// <param name="language">Sentences of another language are left out.</param>
    public static List<Passage> Read(Snapshot snapshot, string language)
    {
        var passages = new List<Passage>();
        foreach (var section in snapshot.Sections.Where(section => section.Kind != SectionKind.Title))
        {
            var index = 0;
            foreach (
                var (span, isOpening) in Prose
                    .Paragraphs(snapshot, section)
                    .SelectMany(paragraph => SentencesIn(snapshot.Text, paragraph).Select((each, at) => (each, at == 0)))
            )
            {
                var quote = snapshot.Text[span].Trim();
                var text = PlainSentence.Of(quote);
                if (Fitness.IsFit(quote, text, section.Kind) && Language.Of(text) == language)
                {
                    passages.Add(Passage.Of(passages.Count, index, section, quote, text) with { IsOpening = isOpening });
                }

                index++;
                if (passages.Count == Most)
                {
                    return passages;
                }
            }
        }

        return passages;
    }

    private static IEnumerable<Range> SentencesIn(string text, Range paragraph) =>
        Sentences.Spans(text, paragraph.Start.Value, paragraph.End.Value);
}
