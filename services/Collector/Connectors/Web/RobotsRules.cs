namespace NewsEducator.Collector.Connectors.Web;

/// <summary>A host's robots.txt, as RFC 9309 reads it: the group that names us, else the one for all; the longest rule decides.</summary>
internal sealed class RobotsRules
{
    public static readonly RobotsRules AllowAll = new([]);
    public static readonly RobotsRules AllowNothing = new([new Rule("/", Allows: false)]);

    private const int MostLines = 20_000;
    private const int LongestRule = 500;

    private readonly IReadOnlyList<Rule> _rules;

    /// <summary>It is asked for before a page, and is no part of what is said of the page.</summary>
    public static bool IsAddress(Uri? asked) => asked?.AbsolutePath.EndsWith("/robots.txt", StringComparison.Ordinal) == true;

    private RobotsRules(IReadOnlyList<Rule> rules) => _rules = rules;

    /// <param name="text">The file.</param>
    /// <param name="product">How we are called there, lower-case.</param>
    public static RobotsRules Parse(string text, string product)
    {
        List<Rule> ours = [],
            everybodys = [];
        var (named, meant, inRules) = (false, Array.Empty<List<Rule>>(), false);
        foreach (var (field, value) in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Take(MostLines).Select(Read))
        {
            if (field == "user-agent")
            {
                meant = inRules ? [] : meant;
                inRules = false;
                var isUs = value.Equals(product, StringComparison.OrdinalIgnoreCase);
                named |= isUs;
                meant =
                    isUs ? [.. meant, ours]
                    : value == "*" ? [.. meant, everybodys]
                    : meant;
            }
            else if (field is "allow" or "disallow")
            {
                inRules = true;
                Array.ForEach(meant, group => Add(group, value, field == "allow"));
            }
        }

        return new RobotsRules(named ? ours : everybodys);
    }

    /// <param name="pathAndQuery">Begins with a slash.</param>
    public bool Allow(string pathAndQuery)
    {
        var deciding = _rules
            .Where(rule => rule.Matches(pathAndQuery))
            .OrderByDescending(rule => rule.Pattern.Length)
            .ThenByDescending(rule => rule.Allows)
            .FirstOrDefault();
        return deciding?.Allows ?? true;
    }

    private static void Add(List<Rule> group, string pattern, bool allows)
    {
        if (pattern.Length is > 0 and <= LongestRule)
        {
            group.Add(new Rule(pattern, allows));
        }
    }

    private static (string Field, string Value) Read(string line)
    {
        var text = line.Split('#')[0];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim());
    }

    private sealed record Rule(string Pattern, bool Allows)
    {
        /// <summary>Of a prefix; * stands for anything, $ at the end for the end. One step back at most, so it is never worse than length ×
        /// length.</summary>
        public bool Matches(string path)
        {
            var anchored = Pattern.EndsWith('$');
            var pattern = anchored ? Pattern[..^1] : $"{Pattern}*";
            var (at, position, star, resume) = (0, 0, -1, 0);
            while (position < path.Length)
            {
                if (at < pattern.Length && pattern[at] == '*')
                {
                    (star, resume) = (at++, position);
                }
                else if (at < pattern.Length && pattern[at] == path[position])
                {
                    at++;
                    position++;
                }
                else if (star >= 0)
                {
                    at = star + 1;
                    position = ++resume;
                }
                else
                {
                    return false;
                }
            }

            return pattern.AsSpan(at).Trim('*').Length == 0;
        }
    }
}
