using NewsEducator.Compliance.Grounding.Contradictions;
using NewsEducator.Compliance.Grounding.Places;
using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Scoring;

/// <summary>One sentence beside a source in its language.</summary>
internal sealed record SentenceSupport
{
    private const int Company = 6;
    private const int Next = 4;
    private const int Nearby = 12;
    private const int LongWord = 6;

    /// <summary>In words.</summary>
    public required int Length { get; init; }

    /// <summary>Share of its telling words that the source has.</summary>
    public required double Words { get; init; }

    /// <summary>Share of its neighbouring words that stand closely one after the other in the source.</summary>
    public required double Close { get; init; }

    /// <summary>Share of its neighbouring words that stand not far from each other.</summary>
    public required double Near { get; init; }

    /// <summary>Share of it that the best place has.</summary>
    public required double Window { get; init; }

    /// <summary>Telling words that the source does not have.</summary>
    public required int Novel { get; init; }

    public required int LongNovel { get; init; }

    /// <summary>Names that the source does not have.</summary>
    public required int Names { get; init; }

    /// <summary>Names that the source has in other company.</summary>
    public required int NamesAway { get; init; }

    public required int Numbers { get; init; }

    public required int NumbersAway { get; init; }

    public required bool IsNegated { get; init; }

    public required bool IsReversed { get; init; }

    public static SentenceSupport Measure(string sentence, Wording source)
    {
        var words = source.Read(sentence);
        var telling = words.Where(word => !word.IsFunction).ToList();
        var novel = telling.Where(word => word.Number < 0).ToList();
        var away = telling
            .Index()
            .Where(word => word.Item.Number >= 0 && IsAway(telling, word.Index, source))
            .Select(word => word.Item)
            .ToList();
        var place = BestPlace.Of(sentence, source);
        var there = source.Text.AsSpan()[place.Span];
        return new SentenceSupport
        {
            Length = words.Count,
            Words = Share(telling.Count - novel.Count, telling.Count),
            Close = ShareOfNeighbours(telling, (one, next) => source.Distances.IsBefore(one, next, Next)),
            Near = ShareOfNeighbours(telling, (one, next) => source.Distances.AreNear(one, next, Nearby)),
            Window = place.Share,
            Novel = novel.Count,
            LongNovel = novel.Count(word => word.Stem.Length >= LongWord),
            Names = novel.Count(word => word.IsName),
            NamesAway = away.Count(word => word.IsName),
            Numbers = novel.Count(word => word.IsNumber),
            NumbersAway = away.Count(word => word.IsNumber),
            IsNegated = Polarity.NegationsIn(sentence) != Polarity.NegationsIn(there),
            IsReversed = Polarity.ReversedWord(sentence, there) is not null,
        };
    }

    private static bool IsAway(List<ReadWord> words, int at, Wording source) =>
        !(at > 0 && source.Distances.AreNear(words[at - 1].Number, words[at].Number, Company))
        && !(at + 1 < words.Count && source.Distances.AreNear(words[at].Number, words[at + 1].Number, Company));

    private static double ShareOfNeighbours(List<ReadWord> words, Func<int, int, bool> holds) =>
        Share(words.Zip(words.Skip(1)).Count(pair => holds(pair.First.Number, pair.Second.Number)), words.Count - 1);

    private static double Share(int part, int whole) => whole <= 0 ? 1 : (double)part / whole;
}
