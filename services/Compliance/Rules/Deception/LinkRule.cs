using System.Text.RegularExpressions;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Deception;

/// <summary>A text that readers see holds no address but those that were fetched: a made-up link is the lie that costs a reader
/// most.</summary>
internal sealed partial class LinkRule : IRule
{
    private const int Shown = 120;

    public string Id => "text.link";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        string[] fetched =
        [
            .. input.Related.Prepend(input.Snapshot).SelectMany(snapshot => new[] { snapshot.CanonicalUrl, snapshot.FinalUrl }),
        ];
        var known = fetched
            .Append(input.Source.CanonicalUrl)
            .Append(input.Source.FinalUrl)
            .Select(PageOf)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from text in new[] { input.Summary.Title, input.Summary.Text, input.Summary.OneLiner, input.Summary.Analogy }.Concat(
                input.Summary.Terms.Select(term => term.Explanation)
            )
            from Match link in Link().Matches(text ?? "")
            where PageOf(link.Value) is not { } page || !known.Contains(page)
            select new Hit(PlainText.Line(link.Value, Shown));
    }

    // A sentence may end behind the address, and people leave out "https://" and "www.".
    private static string? PageOf(string link)
    {
        var address = link.TrimEnd('/', '.', ',', ')');
        return CanonicalUrl.TryParse(address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}", out var page)
            ? page.AbsoluteUri.Replace("://www.", "://", StringComparison.Ordinal)
            : null;
    }

    // With a scheme, or with www: "node.js" and "example.com" are names as well.
    [GeneratedRegex(
        @"(?:\b[a-z][a-z0-9+.-]{1,9}://|\bwww\.)[^\s<>`""'\u3000-\u303F\uFF00-\uFFEF\u4E00-\u9FFF]+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Link();
}
