namespace NewsEducator.Compliance.Grounding;

/// <summary>Finds the words of a nearly verbatim sentence that the source does not have in this place: there it says something else.</summary>
internal static class Exchange
{
    private const int ShortestPlain = 3;

    public static List<string> Find(string sentence, ReadOnlySpan<char> there)
    {
        var known = Polarity.StemsIn(there);
        var exchanged = new List<string>();
        var reader = new WordReader(sentence, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            var word = sentence.AsSpan(reader.Start, reader.End - reader.Start);
            if (IsTelling(word) && !Polarity.IsNegation(reader.Stem) && !known.Contains(reader.Stem.ToString()))
            {
                exchanged.Add(word.ToString());
            }
        }

        return exchanged;
    }

    private static bool IsTelling(ReadOnlySpan<char> word) => word.Length >= ShortestPlain || word.ContainsAnyInRange('A', 'Z');
}
