using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Compliance.Grounding.Contradictions;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Conflicts;

/// <summary>In which versions a source says that something is fixed, or up to which it says that they are affected.</summary>
/// <param name="Statement">Where it says so.</param>
/// <param name="Kind">Fixed in, before, or through.</param>
/// <param name="Package">As named right there; empty where it is not.</param>
/// <param name="Versions">One or several.</param>
/// <param name="Matter">What else the sentence says: what it is that was fixed.</param>
internal sealed partial record VersionClaim(
    Statement Statement,
    string Kind,
    string Package,
    IReadOnlyList<string> Versions,
    IReadOnlySet<string> Matter
)
{
    private const string Fixed = "fixed";

    public static IEnumerable<VersionClaim> Of(Statement statement)
    {
        if (Polarity.NegationsIn(statement.Text) > 0)
        {
            yield break;
        }

        foreach (var match in FixedIn().Matches(statement.Text).Concat(ChineseFixedIn().Matches(statement.Text)))
        {
            yield return Read(statement, Fixed, match);
        }

        if (Affects().IsMatch(statement.Text))
        {
            foreach (var match in Bound().Matches(statement.Text).Cast<Match>())
            {
                yield return Read(
                    statement,
                    match.Groups["op"].Value.ToLowerInvariant() is "before" or "prior to" or "<" ? "before" : "through",
                    match
                );
            }
        }
    }

    /// <returns>The version of each that cannot both be right; null if there is none.</returns>
    /// <param name="other">What another source says.</param>
    /// <param name="mine">All that this one says.</param>
    /// <param name="theirs">All that the other says.</param>
    public (string One, string Other)? Against(VersionClaim other, SourceFacts mine, SourceFacts theirs)
    {
        if (Kind != other.Kind || !IsSameMatter(other) || !IsSamePackage(other, mine, theirs) || Versions.Intersect(other.Versions).Any())
        {
            return null;
        }

        var pairs =
            from one in Versions
            from another in other.Versions
            where IsOneLine(one, another) && theirs.FindVersion(one) is null && mine.FindVersion(another) is null
            select (one, another);
        return pairs.Select(pair => ((string, string)?)pair).FirstOrDefault();
    }

    // Two issues of one project that link to each other are fixed in two versions.
    private bool IsSameMatter(VersionClaim other) =>
        Matter.Overlaps(other.Matter) || (AdvisoryOf(Statement.Source) is { } advisory && advisory == AdvisoryOf(other.Statement.Source));

    /// <returns>The one advisory that a source is about; null where it names none or several.</returns>
    private static string? AdvisoryOf(Snapshot source) =>
        Advisory().Matches(source.Text).Select(match => match.Value.ToUpperInvariant()).Distinct().Take(2).ToList() is [var only]
            ? only
            : null;

    private bool IsSamePackage(VersionClaim other, SourceFacts mine, SourceFacts theirs)
    {
        var (own, named) = (Statement.Whole.Names, other.Statement.Whole.Names);
        return (own.IsSubsetOf(named) || named.IsSubsetOf(own))
            && (Package, other.Package) switch
            {
                ("", "") => true,
                ("", var package) => mine.FindName(package) is not null,
                (var package, "") => theirs.FindName(package) is not null,
                _ => Package.Equals(other.Package, StringComparison.OrdinalIgnoreCase),
            };
    }

    // A fix is announced for each line of releases: 4.2.1 and 3.9.8 are both right.
    private static bool IsOneLine(string one, string other)
    {
        var (a, b) = (one.Split('.'), other.Split('.'));
        return a[0] == b[0] && (a.Length < 3 || b.Length < 3 || a[1] == b[1]);
    }

    private static VersionClaim Read(Statement statement, string kind, Match match)
    {
        var versions = new List<string> { match.Groups["v"].Value };
        for (var more = More().Match(statement.Text, match.Index + match.Length); more.Success; more = more.NextMatch())
        {
            versions.Add(more.Groups["v"].Value);
        }

        var package = match.Groups["package"].Value;
        var rest = GistReader.Of(statement.Text.Remove(match.Index, match.Length));
        return new VersionClaim(
            statement,
            kind,
            PlainWords.Binding.Contains(package) ? "" : package.ToLower(CultureInfo.InvariantCulture),
            versions,
            rest?.Words ?? []
        );
    }

    // fixed in ledger-client 4.2.1
    [GeneratedRegex(
        @"\b(fixed|patched|resolved|remediated) (in|by|with) ((?<package>[a-z@][\w./@-]{1,60}) )?(versions? |releases? )?v?(?<v>[0-9]{1,6}(\.[0-9]{1,6}){1,3})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FixedIn();

    // 已在 ledger 4.2.1 中修复；修复版本：4.2.1
    [GeneratedRegex(
        @"[在于] ?((?<package>[a-z@][\w./@-]{1,60}) )?v?(?<v>[0-9]{1,6}(\.[0-9]{1,6}){1,3}) ?(版本)?[中里]?(已|得到)?(修复|解决)|修复版本[:：为是] ?v?(?<v>[0-9]{1,6}(\.[0-9]{1,6}){1,3})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ChineseFixedIn();

    // versions before 4.2.1
    [GeneratedRegex(
        @"((?<package>[a-z@][\w./@-]{1,60}) )?(versions?|releases?) ?(?<op>before|prior to|through|<=|<) ?v?(?<v>[0-9]{1,6}(\.[0-9]{1,6}){1,3})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Bound();

    [GeneratedRegex(@"\bcve-[0-9]{4}-[0-9]{4,7}\b|\bghsa(-[0-9a-z]{4}){3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Advisory();

    [GeneratedRegex("affect|vulnerab", RegexOptions.IgnoreCase)]
    private static partial Regex Affects();

    // ", 3.9.8 and 2.7.1"
    [GeneratedRegex(@"\G(,? and |,? or |, | ?[、和及] ?)v?(?<v>[0-9]{1,6}(\.[0-9]{1,6}){1,3})", RegexOptions.IgnoreCase)]
    private static partial Regex More();
}
