using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>A quote with a word changed, one sewn together from two, and one that the text puts into somebody's mouth.</summary>
internal sealed class QuotePlanter : IPlanter
{
    public string Kind => "quote";

    public IEnumerable<Planted> Plant(Summarized truth, Others others, Random random)
    {
        var place = random.Next(truth.Content.Claims.Count);
        var claim = truth.Content.Claims[place];
        if (claim.Quote is { } quote)
        {
            var other = truth.Content.Claims[(place + 1) % truth.Content.Claims.Count].Quote!;
            yield return WithQuote(Changed(quote, random), "changed");
            yield return WithQuote($"{quote[..(quote.Length / 2)]} {other[(other.Length / 2)..]} indeed", "sewn");
        }

        var said =
            truth.Content.Language == "zh"
                ? $"{claim.Sentence[..^1]}，作者写道：“We never saw this happen on our own machines”。"
                : $"{claim.Sentence} “We never saw this happen on our own machines”, the author writes.";
        yield return new Planted(truth.With(place, claim with { Sentence = said }), $"said: {said}") { Sentence = place };

        Planted WithQuote(string words, string how) =>
            new(truth.With(place, claim with { Quote = words }), $"{how}: {words}") { Sentence = place };
    }

    private static string Changed(string quote, Random random)
    {
        var words = quote.Split(' ');
        words[random.Next(words.Length)] = "seldom";
        return string.Join(' ', words);
    }
}
