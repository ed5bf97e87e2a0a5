namespace NewsEducator.Contracts;

/// <summary>Counts and names of <see cref="SentenceState"/>.</summary>
public static class SentenceStates
{
    /// <summary>As readers see it, in Chinese.</summary>
    public static string ChineseOf(SentenceState state) =>
        state switch
        {
            SentenceState.Verbatim => "原文照录",
            SentenceState.Matched => "要点相符",
            SentenceState.Judged => "模型判定有据",
            SentenceState.Contradicted => "与原文不符",
            SentenceState.Inference => "推测",
            _ => "需人读",
        };

    /// <returns>How many sentences are in each state that occurs.</returns>
    public static IReadOnlyDictionary<SentenceState, int> Count(IEnumerable<SentenceCheck> sentences) =>
        sentences.CountBy(sentence => sentence.State).OrderBy(pair => pair.Key).ToDictionary();
}
