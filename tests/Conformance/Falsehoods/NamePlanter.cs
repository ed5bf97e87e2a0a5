using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>A name that nobody has, one of another thread, or another one of the same thread.</summary>
internal sealed class NamePlanter : SentencePlanter
{
    private static readonly string[] Invented = ["Zookeeper", "Kestrelbase", "Marlowe", "HarborDB", "Qwillo"];

    public override string Kind => "name";

    protected override IEnumerable<(Match Piece, string By)> Changes(string sentence, Snapshot source, Others others, Random random)
    {
        var own = Names.In(source.Text).Select(match => match.Value.Trim('`')).Distinct()
            .Where(name => !sentence.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
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

    private static string Like(string name, string by) => name[0] == '`' ? $"`{by}`" : by;
}
