using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>How much each passage says of its thread: what the fitted model says of the sentence, and where in a discussion it
/// stands, of which the model has seen nothing.</summary>
internal static class Ranking
{
    private const double AnswerWeight = 0.75;
    private const double AnswerOpeningWeight = 0.5;
    private const double ReactionWeight = 0.1;

    /// <returns>One score for each passage, in order: log odds against the others. Linear in the text.</returns>
    /// <param name="passages">All of the thread.</param>
    /// <param name="sentences">Null: the shipped model.</param>
    public static double[] Score(Passages passages, SentenceModel? sentences = null)
    {
        var features = SentenceFeatures.Of(passages);
        sentences ??= SentenceModel.Shipped;
        return [.. passages.Select((passage, at) => sentences.Score(features[at], passages.Count) + Standing(passage))];
    }

    private static double Standing(Passage passage) =>
        passage.Section switch
        {
            { Kind: SectionKind.Comment, IsAnswer: true } => AnswerWeight + (AnswerOpeningWeight / (1 + passage.IndexInSection)),
            { Kind: SectionKind.Comment, Reactions: var reactions } => ReactionWeight * Math.Log(1 + reactions),
            _ => 0,
        };
}
