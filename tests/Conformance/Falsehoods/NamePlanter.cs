using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>A name that nobody has, one of another thread, or another one of the same thread.</summary>
internal sealed class NamePlanter : SentencePlanter
{
    private static readonly string[] Invented = ["Zookeeper", "Kestrelbase", "Marlowe", "HarborDB", "Qwillo"];

    public override string Kind => "name";

    // A rendering without a quote says only that the source names them, so another name of the same source makes it no falsehood.
    protected override IEnumerable<(Match Piece, string By)> Changes(Claim claim, Snapshot source, Others others, Random random)
    {
        var sentence = claim.Sentence;
        var own =
            claim.Quote is null && ChineseRendering.Is(sentence)
                ? []
                : Names
                    .In(source.Text)
                    .Select(match => match.Value.Trim('`'))
                    .Distinct()
                    .Where(name => !sentence.Contains(name, StringComparison.OrdinalIgnoreCase) && !IsPlainWord(name, source.Text))
                    .ToList();
        var foreign = others.Names.Where(name => !source.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return Names.In(sentence).Select(match => (match, Like(match.Value, Pick(own, foreign, random))));
    }

    private static string Pick(List<string> own, List<string> foreign, Random random)
    {
        var from = random.Next(3) switch
        {
            0 when own.Count > 0 => own,
            1 when foreign.Count > 0 => foreign,
            _ => [.. Invented],
        };
        return from[random.Next(from.Count)];
    }

    // "Due" at the head of a line names nothing.
    private static bool IsPlainWord(string name, string text) =>
        name.All(char.IsAsciiLetter)
        && (char.IsAsciiLetterLower(name[0]) || Regex.IsMatch(text, $@"\b{char.ToLowerInvariant(name[0])}{name[1..]}\b"));

    private static string Like(string name, string by) => name[0] == '`' ? $"`{by}`" : by;
}
