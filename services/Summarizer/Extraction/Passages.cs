using System.Collections;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>The sentences of one text that a summary may contain, in their order, and the words of its title.</summary>
internal sealed class Passages : IReadOnlyList<Passage>
{
    // A thread of forty long comments has some 2,000; what comes after so many is a dump.
    private const int Most = 5_000;

    // What is longer is no citation any more, see text.quote-length.
    private const int LongestQuote = 800;

    private static readonly SnapshotSection Body = new()
    {
        Kind = SectionKind.Body,
        Start = 0,
        Length = 0,
    };

    private readonly List<Passage> _all = [];

    private Passages(string title) => Title = Vocabulary.Read(title);

    public SentenceWords Title { get; }

    public Vocabulary Vocabulary { get; } = new();

    public int Count => _all.Count;

    public Passage this[int index] => _all[index];

    public IEnumerator<Passage> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All sentences of a text without markup.</summary>
    public static Passages Of(string title, IEnumerable<string> sentences)
    {
        var passages = new Passages(title);
        foreach (var sentence in sentences)
        {
            passages._all.Add(Passage.Of(passages.Count, passages.Count, Body, sentence, sentence, passages.Vocabulary));
        }

        return passages;
    }

    /// <summary>Where nothing in the text ends like a sentence, its lines are the sentences.</summary>
    /// <param name="snapshot">Its title is no sentence.</param>
    /// <param name="language">Sentences of another language are left out.</param>
    public static Passages Read(Snapshot snapshot, string language) =>
        Read(snapshot, language, needsMark: true) is { Count: > 0 } passages ? passages : Read(snapshot, language, needsMark: false);

    private static Passages Read(Snapshot snapshot, string language, bool needsMark)
    {
        var passages = new Passages(snapshot.Title);
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
                var isFit =
                    Fitness.IsFit(quote, text, needsMark && section.Kind != SectionKind.Transcript) && Language.Of(text) == language;
                if (isFit)
                {
                    var passage = Passage.Of(passages.Count, index, section, quote, text, passages.Vocabulary) with
                    {
                        IsOpening = isOpening,
                    };
                    passages._all.Add(passage with { Completed = Complete(passage, snapshot.Text, before, span) });
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
