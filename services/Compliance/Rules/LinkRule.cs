using System.Text.RegularExpressions;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules;

/// <summary>A text that readers see holds no address but those that were fetched: a made-up link is the lie that costs a reader most.</summary>
internal sealed partial class LinkRule : IRule
{
    private const int Shown = 120;

    public string Id => "text.link";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        string[] fetched = [.. input.Related.Prepend(input.Snapshot).SelectMany(snapshot => new[] { snapshot.CanonicalUrl, snapshot.FinalUrl })];
        var known = fetched.Append(input.Source.CanonicalUrl).Append(input.Source.FinalUrl).Select(Bare).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from text in new[] { input.Summary.Title, input.Summary.Text, input.Summary.OneLiner, input.Summary.Analogy }.Concat(input.Summary.Terms.Select(term => term.Explanation))
            from Match link in Link().Matches(text ?? "")
            where !known.Contains(Bare(link.Value))
            select new Hit(PlainText.Line(link.Value, Shown));
    }

    private static string Bare(string address)
    {
        var at = address.IndexOf("://", StringComparison.Ordinal);
        var rest = address[(at < 0 ? 0 : at + 3)..].TrimEnd('/', '.', ',', ')');
        return rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
    }

    // With a scheme, or with www: "node.js" and "example.com" are names as well.
    [GeneratedRegex(@"(?:\b[a-z][a-z0-9+.-]{1,9}://|\bwww\.)[^\s<>`""'\u3000-\u303F\uFF00-\uFFEF\u4E00-\u9FFF]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
