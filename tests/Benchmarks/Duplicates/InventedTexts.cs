namespace NewsEducator.Benchmarks.Duplicates;

/// <summary>Texts of a hundred words, the same in each run.</summary>
internal sealed class InventedTexts
{
    private const int Words = 100;
    private const int Vocabulary = 20_000;
    private const string Consonants = "bcdfghklmnprstvwz";
    private const string Vowels = "aeiou";

    private readonly Random _random = new(1);
    private readonly string[] _vocabulary;

    public InventedTexts() => _vocabulary = [.. Enumerable.Range(0, Vocabulary).Select(_ => Word())];

    public string Next() => string.Join(' ', Enumerable.Range(0, Words).Select(_ => AnyWord()));

    /// <summary>One or two words are others: of its groups of four words at least 0.8 are shared.</summary>
    public string NearlyTheSame(string text)
    {
        var words = text.Split(' ');
        for (var edit = 0; edit < 1 + _random.Next(2); edit++)
        {
            words[_random.Next(words.Length)] = AnyWord();
        }

        return string.Join(' ', words);
    }

    // Some words are common and most are rare, as everywhere.
    private string AnyWord() => _vocabulary[(int)(Vocabulary * Math.Pow(_random.NextDouble(), 3))];

    private string Word() =>
        string.Concat(
            Enumerable
                .Range(0, 1 + _random.Next(4))
                .Select(_ => $"{Consonants[_random.Next(Consonants.Length)]}{Vowels[_random.Next(Vowels.Length)]}")
        );
}
