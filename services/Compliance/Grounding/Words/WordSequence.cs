namespace NewsEducator.Compliance.Grounding.Words;

/// <summary>Whether words follow each other in a source, whatever markup is between them.</summary>
internal static class WordSequence
{
    public static bool IsIn(Wording source, string words)
    {
        var sought = source.NumbersOf(words);
        return !sought.Contains(-1)
            && (
                sought.Count == 0
                || Enumerable.Range(0, Math.Max(0, source.Words.Count - sought.Count + 1)).Any(at => MatchesAt(source, at, sought))
            );
    }

    private static bool MatchesAt(Wording source, int at, List<int> sought)
    {
        var length = 0;
        while (length < sought.Count && source.Words[at + length].Number == sought[length])
        {
            length++;
        }

        return length == sought.Count;
    }
}
