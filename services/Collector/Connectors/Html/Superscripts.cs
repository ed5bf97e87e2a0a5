using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>Raised and lowered characters as plain text: an exponent keeps its sense (10^6), a footnote's mark is nothing that the author
/// says.</summary>
internal static partial class Superscripts
{
    // Longer is small print and neither an exponent nor a mark.
    private const int Longest = 20;
    private const int MostBefore = 40;

    private static readonly HashSet<string> Ordinals =
    [
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "re",
        "e",
        "ème",
        "º",
        "ª",
        "o",
        "a",
        "tm",
        "sm",
        "®",
        "™",
    ];
    private static readonly HashSet<string> Units = ["m", "cm", "mm", "km", "dm", "nm", "µm", "ft", "in", "yd", "mi", "s"];

    /// <summary>In place of the elements, innermost first.</summary>
    public static void Write(IParentNode page)
    {
        foreach (var numerator in page.QuerySelectorAll("sup").Where(IsNumerator))
        {
            WriteFraction(numerator);
        }

        foreach (var element in page.QuerySelectorAll("sup, sub").Reverse())
        {
            var text = element.TextContent.Trim().Replace('−', '-').Replace('–', '-');
            if (text.Length > Longest && !IsMark(element))
            {
                continue;
            }

            var written =
                element.LocalName == "sub" ? Lowered(Before(element), text)
                : IsMark(element) ? ""
                : LeadsOn(element, text) ? text
                : Raised(Before(element), text);
            element.Replace(element.Owner!.CreateTextNode(written));
        }
    }

    /// <param name="before">What stands right before it.</param>
    /// <param name="text">What is raised.</param>
    public static string Raised(string before, string text)
    {
        if (text.Length == 0 || Mark().IsMatch(text))
        {
            return "";
        }

        if (Ordinals.Contains(text.ToLowerInvariant()) && (before.Length == 0 || char.IsLetterOrDigit(before[^1])) && !IsVariable(before))
        {
            return text;
        }

        if (Number().IsMatch(text))
        {
            return IsPower(before, text) ? $"^{text}" : "";
        }

        return
            before.Length > 0
            && (char.IsLetterOrDigit(before[^1]) || before[^1] == ')')
            && (!text.Contains(' ', StringComparison.Ordinal) || IsVariable(before))
            ? Simple().IsMatch(text)
                ? $"^{text}"
                : $"^({text})"
            : $" {text}";
    }

    /// <summary>H2O and log2 as everybody writes them; T_max where the letters would run together.</summary>
    public static string Lowered(string before, string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && before.Length > 0 && char.IsLetterOrDigit(before[^1]) ? $"_{text}" : text;

    // <sup>1</sup>/<sub>2</sub>
    private static bool IsNumerator(IElement sup) =>
        IsDigits(sup)
        && sup.NextSibling is IText { Data: var slash }
        && slash.Trim() is "/" or "\u2044" or "\u2215"
        && sup.NextElementSibling is { LocalName: "sub" } denominator
        && sup.NextSibling.NextSibling == denominator
        && IsDigits(denominator);

    private static bool IsDigits(IElement element) =>
        element.TextContent.Trim() is { Length: > 0 and <= 4 } text && text.All(char.IsAsciiDigit);

    private static void WriteFraction(IElement numerator)
    {
        var (before, denominator) = (Before(numerator), numerator.NextElementSibling!);
        var gap = before.Length > 0 && char.IsDigit(before[^1]) ? " " : "";
        var document = numerator.Owner!;
        numerator.NextSibling!.TextContent = "/";
        denominator.Replace(document.CreateTextNode(denominator.TextContent.Trim()));
        numerator.Replace(document.CreateTextNode(gap + numerator.TextContent.Trim()));
    }

    // <sup>14</sup>C: a note's mark stands behind a word, never right before one.
    private static bool LeadsOn(IElement element, string text) =>
        Number().IsMatch(text)
        && Before(element) is var before
        && (before.Length == 0 || char.IsWhiteSpace(before[^1]))
        && element.NextSibling?.TextContent is [var next, ..]
        && char.IsLetter(next);

    private static bool IsPower(string before, string text)
    {
        if (before.Length == 0 || char.IsWhiteSpace(before[^1]))
        {
            return PowerOfTen().IsMatch(before);
        }

        if (char.IsDigit(before[^1]))
        {
            // Nobody writes the first power, nor one of a year.
            return text is not "1" && !Year().IsMatch(before);
        }

        return text[0] is '-' or '+' || IsVariable(before) || Units.Contains(WordBefore(before)) || Group().IsMatch(before);
    }

    private static bool IsVariable(string before) => Variable().IsMatch(before);

    private static string WordBefore(string before) => string.Concat(before.Reverse().TakeWhile(char.IsLetter).Reverse());

    private static bool IsMark(IElement element) =>
        element.LocalName == "sup"
        && (
            element.QuerySelector("a") is not null
            || element.Closest("a") is { } link && link.GetAttribute("href")?.StartsWith('#') == true
            || element.ClassName?.Contains("footnote", StringComparison.OrdinalIgnoreCase) == true
            || element.ClassName?.Contains("reference", StringComparison.OrdinalIgnoreCase) == true
        );

    private static string Before(IElement element)
    {
        for (INode? node = element; node is not null && !IsBlock(node); node = node.Parent)
        {
            if (node.PreviousSibling is { } previous)
            {
                var text = previous.TextContent;
                return text.Length > MostBefore ? text[^MostBefore..] : text;
            }
        }

        return "";
    }

    private static bool IsBlock(INode node) =>
        node is IElement { LocalName: "p" or "li" or "td" or "div" or "h1" or "h2" or "h3" or "body" };

    /// <summary>[3], (a), *, †: marks of notes.</summary>
    [GeneratedRegex(@"^([\[(].{1,8}[\])]|[*†‡§¶#]+|\d+(\s*[,-]\s*\d+)+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[+-]?\d+([./]\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[+-]?\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();

    [GeneratedRegex(@"(?<![\d.,])(19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    /// <summary>10 with a blank behind it.</summary>
    [GeneratedRegex(@"(?<![\d.,])10\s$", RegexOptions.CultureInvariant)]
    private static partial Regex PowerOfTen();

    /// <summary>n, 2n, E = mc: a letter by itself or what an operator leads to.</summary>
    [GeneratedRegex(@"(^|[^\p{L}])\p{L}$|[=+*/^×·(]\s*\p{L}{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    /// <summary>(n + 1), [x]: a group of a formula, not a remark in brackets.</summary>
    [GeneratedRegex(@"[(\[]([^()\[\]\p{L}]|(?<!\p{L})\p{L}{1,2}(?!\p{L})){1,20}[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex Group();
}
