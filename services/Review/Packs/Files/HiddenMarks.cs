using System.Text.RegularExpressions;

namespace NewsEducator.Review.Packs.Files;

/// <summary>What stands in a text of a note and is no part of it: comments, which no notes program shows, and the id that one puts behind a
/// paragraph that something links to.</summary>
/// <remarks>What this service writes is escaped, so an unescaped one is always somebody else's.</remarks>
internal static partial class HiddenMarks
{
    /// <param name="markdown">As it stands in the file.</param>
    public static string Without(string markdown) => Mark().Replace(markdown, match => match.Groups["kept"].Value).TrimEnd();

    /// <returns>Whether nothing else is on the line.</returns>
    public static bool IsAll(string line) => line.Length > 0 && Without(line).Length == 0;

    /// <returns>Whether the line is the id of the block above it.</returns>
    public static bool IsId(string line) => line.StartsWith('^') && IsAll(line);

    /// <returns>The id of the block, with the space before it; empty if it has none.</returns>
    public static string IdBehind(string line) => BlockId().Match(line.TrimEnd()).Value;

    [GeneratedRegex(
        @"(?<kept>\\.|(?<fence>`+)(?!`).*?(?<!`)\k<fence>(?!`)|`+)|\s?%%[^%]{0,2000}%%|\s?<!--[^<>]{0,2000}-->|(^|\s)\^[A-Za-z0-9-]+\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s\^[A-Za-z0-9-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockId();
}
