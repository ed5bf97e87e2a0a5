using NewsEducator.Contracts;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Summarizer.Concepts;

/// <summary>Chooses a concept by meaning: how close the two closest of its phrases are to title and text, its keywords as a
/// prior.</summary>
internal sealed class ConceptMatcher(ConceptMap map, SentenceEncoder encoder)
{
    private const int Closest = 2;
    private const double KeywordWeight = 0.05;

    // "How teams work" is close to nothing and fits much.
    private const double FirstBonus = 0.12;
    private const double NoneBonus = 0.1;
    private const double NoneWeight = 0.5;

    private readonly Lazy<float[][][]> _phrases = new(() => Encode(map, encoder));

    /// <param name="text">Of the item.</param>
    /// <param name="vectors">Of <see cref="JudgedText.Parts"/>.</param>
    /// <param name="noConcept">How likely none fits, by the fitted model.</param>
    /// <param name="keywords">Of <see cref="ConceptMap.Weigh"/>.</param>
    public MappedConcept Match(JudgedText text, float[][] vectors, double noConcept, double[] keywords)
    {
        var meaning = text.Parts.Count > 1 ? Vectors.Average(vectors[0], Vectors.Average(vectors[1..])) : vectors[0];
        return map
            .Concepts.Select(
                (concept, at) =>
                    (
                        Concept: concept,
                        Score: ClosenessOf(_phrases.Value[at], meaning)
                            + (KeywordWeight * Math.Log(1 + keywords[at]))
                            + BonusOf(concept, noConcept)
                    )
            )
            .MaxBy(each => each.Score)
            .Concept;
    }

    private static double ClosenessOf(float[][] phrases, float[] meaning) =>
        phrases.Select(phrase => (double)Vectors.Cosine(phrase, meaning)).OrderDescending().Take(Closest).Average();

    private double BonusOf(MappedConcept concept, double noConcept) =>
        concept.Key == Concept.NoneKey ? NoneBonus + (NoneWeight * (noConcept - 0.5))
        : concept == map.Concepts[0] ? FirstBonus
        : 0;

    private static float[][][] Encode(ConceptMap map, SentenceEncoder encoder)
    {
        var phrases = map.Concepts.Select(PhrasesOf).ToList();
        var vectors = encoder.Encode([.. phrases.SelectMany(each => each)]).AsSpan();
        var result = new List<float[][]>();
        foreach (var each in phrases)
        {
            result.Add(vectors[..each.Length].ToArray());
            vectors = vectors[each.Length..];
        }

        return [.. result];
    }

    private static string[] PhrasesOf(MappedConcept concept) =>
        [
            .. concept.About[(concept.About.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(", ", StringSplitOptions.TrimEntries),
            .. concept.Keywords.Where(keyword => keyword.All(char.IsAscii)),
        ];
}
