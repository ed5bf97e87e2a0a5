using System.Reflection;
using System.Text.RegularExpressions;

namespace NewsEducator.Testing;

/// <summary>
/// Holds every generated regex of a service against long texts made of pieces of its own pattern: collected texts are hostile, so no
/// pattern may take more than time linear in them.
/// </summary>
public static partial class PumpedPatterns
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
    private const int Length = 20_000;
    private const int MostPieces = 24;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly string[] Everywhere =
    [
        "a",
        "A",
        "1",
        "1.",
        "-",
        "_",
        " ",
        "\t",
        "\n",
        "#",
        "a ",
        "a-",
        "a.",
        "a/",
        "/",
        "[",
        "](",
        "<a",
        "`",
        "\"",
        "“",
        "中",
        "eyJ",
        "eyJ-",
    ];

    /// <returns>By name, all that have no parameters.</returns>
    public static IReadOnlyList<(string Name, Regex Regex)> In(Assembly assembly) =>
        [
            .. from type in assembly.GetTypes()
            where type.Namespace?.StartsWith("NewsEducator", StringComparison.Ordinal) == true
            from method in type.GetMethods(Any)
            where method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0
            select ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!),
        ];

    /// <returns>The names of those that take more than linear time, each with the piece of text that shows it.</returns>
    public static IReadOnlyList<string> TooSlow(IEnumerable<(string Name, Regex Regex)> patterns) =>
        [.. from pattern in patterns let piece = FirstTooSlow(pattern.Regex) where piece is not null select $"{pattern.Name}: {piece}"];

    /// <returns>The text's piece that the pattern did not get over in time, null if there is none.</returns>
    public static string? FirstTooSlow(Regex regex)
    {
        var limited = new Regex(regex.ToString(), regex.Options, Limit);
        // The time is the wall's: on a busy machine a quick one can be slow once.
        return Pieces(regex.ToString()).FirstOrDefault(piece => !IsQuick(limited, piece) && !IsQuick(limited, piece));
    }

    private static bool IsQuick(Regex limited, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        try
        {
            limited.Count(text);
            limited.Count(text + "\0");
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Pieces(string pattern)
    {
        var own = Words().Matches(pattern).Select(match => match.Value).Distinct().Take(MostPieces).ToList();
        return [.. Everywhere, .. own, .. own.Select(word => word + " "), .. own.Zip(own.Skip(1), (one, next) => $"{one} {next}")];
    }

    [GeneratedRegex(@"[\w'-]+")]
    private static partial Regex Words();
}
