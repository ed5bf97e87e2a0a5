using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Places;

/// <summary>How near words of a source stand to each other; both questions take as long as the two words are frequent.</summary>
internal sealed class WordDistances
{
    private readonly List<int>[] _places;

    /// <param name="words">The source's words by number, in their order.</param>
    /// <param name="count">How many different ones there are.</param>
    public WordDistances(IReadOnlyList<SourceWord> words, int count)
    {
        _places = new List<int>[count];
        foreach (var (at, word) in words.Index())
        {
            (_places[word.Number] ??= []).Add(at);
        }
    }

    /// <summary>Whether two words stand somewhere with no more than so many steps between, in either order.</summary>
    public bool AreNear(int one, int other, int steps)
    {
        if (one < 0 || other < 0)
        {
            return false;
        }

        var (ones, others) = (_places[one], _places[other]);
        for (int at = 0, next = 0; at < ones.Count && next < others.Count; )
        {
            var distance = ones[at] - others[next];
            if (Math.Abs(distance) <= steps)
            {
                return true;
            }

            (at, next) = distance < 0 ? (at + 1, next) : (at, next + 1);
        }

        return false;
    }

    /// <summary>Whether one stands somewhere no more than so many steps before the other.</summary>
    public bool IsBefore(int one, int other, int steps)
    {
        if (one < 0 || other < 0)
        {
            return false;
        }

        var (ones, others) = (_places[one], _places[other]);
        for (int at = 0, next = 0; at < ones.Count && next < others.Count; )
        {
            var distance = others[next] - ones[at];
            if (distance > 0 && distance <= steps)
            {
                return true;
            }

            (at, next) = distance <= 0 ? (at, next + 1) : (at + 1, next);
        }

        return false;
    }
}
