namespace NewsEducator.Conformance.Summarization;

/// <summary>Porter's stemmer of 1980, the one that ROUGE-1.5.5 has; https://tartarus.org/martin/PorterStemmer/def.txt.</summary>
internal static class PorterStem
{
    private static readonly (string Suffix, string Instead)[] SecondStep =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("izer", "ize"),
        ("abli", "able"),
        ("alli", "al"),
        ("entli", "ent"),
        ("eli", "e"),
        ("ousli", "ous"),
        ("ization", "ize"),
        ("ation", "ate"),
        ("ator", "ate"),
        ("alism", "al"),
        ("iveness", "ive"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("aliti", "al"),
        ("iviti", "ive"),
        ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Instead)[] ThirdStep =
    [
        ("icate", "ic"),
        ("ative", ""),
        ("alize", "al"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ful", ""),
        ("ness", ""),
    ];

    private static readonly (string Suffix, string Instead)[] FourthStep =
    [
        ("al", ""),
        ("ance", ""),
        ("ence", ""),
        ("er", ""),
        ("ic", ""),
        ("able", ""),
        ("ible", ""),
        ("ant", ""),
        ("ement", ""),
        ("ment", ""),
        ("ent", ""),
        ("sion", "s"),
        ("tion", "t"),
        ("ou", ""),
        ("ism", ""),
        ("ate", ""),
        ("iti", ""),
        ("ous", ""),
        ("ive", ""),
        ("ize", ""),
    ];

    /// <param name="word">Lower case.</param>
    public static string Of(string word)
    {
        var stem = PastAndProgressive(Plural(word));
        stem = stem is [.. var before, 'y'] && HasVowel(before) ? before + "i" : stem;
        stem = Replace(stem, SecondStep, 0);
        stem = Replace(stem, ThirdStep, 0);
        return LastLetters(Replace(stem, FourthStep, 1));
    }

    private static string Plural(string word) =>
        word switch
        {
            [.. var stem, 's', 's', 'e', 's'] => stem + "ss",
            [.. var stem, 'i', 'e', 's'] => stem + "i",
            [.., 's', 's'] => word,
            [.. var stem, 's'] => stem,
            _ => word,
        };

    private static string PastAndProgressive(string word) =>
        word switch
        {
            [.. var stem, 'e', 'e', 'd'] => Measure(stem) > 0 ? stem + "ee" : word,
            [.. var stem, 'e', 'd'] when HasVowel(stem) => Repair(stem),
            [.. var stem, 'i', 'n', 'g'] when HasVowel(stem) => Repair(stem),
            _ => word,
        };

    private static string Repair(string stem) =>
        stem switch
        {
            [.., 'a', 't'] or [.., 'b', 'l'] or [.., 'i', 'z'] => stem + "e",
            [.., not ('l' or 's' or 'z')] when EndsInDoubleConsonant(stem) => stem[..^1],
            _ => Measure(stem) == 1 && EndsShort(stem) ? stem + "e" : stem,
        };

    // The longest suffix that fits decides, also where its stem is too short.
    private static string Replace(string word, (string Suffix, string Instead)[] rules, int measureOver)
    {
        var rule = rules
            .OrderByDescending(each => each.Suffix.Length)
            .FirstOrDefault(each => word.EndsWith(each.Suffix, StringComparison.Ordinal));
        if (rule.Suffix is null)
        {
            return word;
        }

        var stem = word[..^rule.Suffix.Length];
        return Measure(stem + (rule.Suffix is "sion" or "tion" ? rule.Instead : "")) > measureOver ? stem + rule.Instead : word;
    }

    private static string LastLetters(string word)
    {
        if (word is [.. var stem, 'e'] && (Measure(stem) > 1 || (Measure(stem) == 1 && !EndsShort(stem))))
        {
            word = stem;
        }

        return word is [.., 'l', 'l'] && Measure(word) > 1 ? word[..^1] : word;
    }

    private static bool IsConsonant(string word, int at) =>
        word[at] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => at == 0 || !IsConsonant(word, at - 1),
            _ => true,
        };

    private static bool HasVowel(string stem) => Enumerable.Range(0, stem.Length).Any(at => !IsConsonant(stem, at));

    /// <returns>How often a vowel is followed by a consonant.</returns>
    private static int Measure(string stem) =>
        Enumerable.Range(1, Math.Max(0, stem.Length - 1)).Count(at => IsConsonant(stem, at) && !IsConsonant(stem, at - 1));

    private static bool EndsInDoubleConsonant(string stem) => stem.Length > 1 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1);

    private static bool EndsShort(string stem) =>
        stem is [.., _, _, not ('w' or 'x' or 'y')]
        && IsConsonant(stem, stem.Length - 1)
        && !IsConsonant(stem, stem.Length - 2)
        && IsConsonant(stem, stem.Length - 3);
}
