using System.Text.RegularExpressions;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NewsEducator.Review.Policies;

/// <summary>A policy as people edit it: YAML with their comments.</summary>
internal static class PolicyText
{
    private const int Around = 2;
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.NonBacktracking;

    internal static readonly Regex Heading = new(@"^rules:[ \t]*\r?\n", Options);

    /// <summary>What may stand behind a rule, see <c>services/Compliance/policy.yaml</c>.</summary>
    public static readonly IReadOnlyList<string> Weights =
    [
        "block",
        "verify",
        "note",
        "shadow block",
        "shadow verify",
        "shadow note",
        "off",
    ];

    /// <summary>The text with another weight for one rule; everything else, comments too, stays as it is.</summary>
    public static string With(string yaml, string rule, string weight)
    {
        var line = LineOf(rule);
        if (line.IsMatch(yaml))
        {
            return line.Replace(yaml, match => $"{match.Groups["before"].Value} {weight}{match.Groups["after"].Value}", 1);
        }

        var rules = Heading.Match(yaml);
        return rules.Success
            ? yaml.Insert(rules.Index + rules.Length, $"  {rule}: {weight}\n")
            : $"{yaml.TrimEnd()}\nrules:\n  {rule}: {weight}\n";
    }

    /// <summary>The line with a rule's weight, and what stands before and after the weight.</summary>
    internal static Regex LineOf(string rule) =>
        new($@"^(?<before>[ \t]+{Regex.Escape(rule)}:)[^#\r\n]*?(?<after>[ \t]*(?:#.*)?\r?)$", Options);

    /// <returns>The lines that differ, with two lines around each; empty where nothing does.</returns>
    public static IReadOnlyList<DiffPiece> Differences(string inForce, string yours)
    {
        var lines = InlineDiffBuilder.Diff(inForce, yours, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).Lines;
        var changed = lines.Index().Where(line => line.Item.Type != ChangeType.Unchanged).Select(line => line.Index).ToList();
        return [.. lines.Where((_, index) => changed.Exists(each => Math.Abs(each - index) <= Around))];
    }
}
