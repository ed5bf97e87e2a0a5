using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>The numbers beside the lines of code: no code, and no figures of the author's.</summary>
internal static partial class LineNumbers
{
    private const int FewestRows = 2;

    public static void Remove(IParentNode page)
    {
        foreach (var gutter in page.QuerySelectorAll("pre, td, [class]").Where(IsGutter))
        {
            gutter.Remove();
        }

        foreach (
            var table in page.QuerySelectorAll("table")
                .OfType<IHtmlTableElement>()
                .Where(table => table.QuerySelector("pre, code") is not null)
        )
        {
            RemoveFirstColumn(table);
        }

        foreach (var code in page.QuerySelectorAll("pre"))
        {
            RemoveFromLines(code);
        }
    }

    private static bool IsGutter(IElement element) =>
        element.ChildElementCount <= 10_000
        && (element.LocalName == "pre" || IsBesideCode(element) || NamesNumbers().IsMatch(element.ClassName ?? ""))
        && element.TextContent is { Length: < 100_000 } text
        && IsCount(text, NamesNumbers().IsMatch(element.ClassName ?? "") ? 1 : FewestRows);

    private static bool IsBesideCode(IElement element) =>
        element.LocalName == "td" && element.ParentElement?.QuerySelector("pre") is not null;

    // One row a line: a number in the first cell, code in the second.
    private static void RemoveFirstColumn(IHtmlTableElement table)
    {
        var rows = table.Rows.Where(row => row.Cells.Length == 2).ToList();
        if (
            rows.Count > FewestRows
            && rows.Count == table.Rows.Length
            && IsCount(string.Join('\n', rows.Select(row => row.Cells[0].TextContent)), FewestRows)
        )
        {
            rows.ForEach(row => row.Cells[0].Remove());
        }
    }

    // An element of its own at the beginning of each line.
    private static void RemoveFromLines(IElement code)
    {
        var numbers = code.QuerySelectorAll("*")
            .Where(each => each.ChildElementCount == 0 && int.TryParse(each.TextContent.Trim(), out _) && BeginsLine(each, code))
            .ToList();
        if (
            numbers.Count >= FewestRows
            && IsCount(string.Join('\n', numbers.Select(each => each.TextContent)), FewestRows)
            && code.TextContent.Trim().Count(letter => letter == '\n') <= numbers.Count + 1
        )
        {
            numbers.ForEach(each => each.Remove());
        }
    }

    private static bool BeginsLine(IElement number, IElement code)
    {
        for (INode? node = number; node is not null && node != code; node = node.Parent)
        {
            if (node.PreviousSibling is { } previous)
            {
                return previous.TextContent.EndsWith('\n')
                    || previous is IElement { LocalName: "br" }
                    || (previous is IElement line && IsLine(line) && node != number);
            }
        }

        return true;
    }

    private static bool IsLine(IElement element) => element.LocalName is "div" or "span" or "code" && element.ChildElementCount > 0;

    /// <summary>Numbers that count up by one, and nothing else.</summary>
    private static bool IsCount(string text, int fewest)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = words
            .Select(word =>
                int.TryParse(word.TrimEnd('.', ':', '|'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
            )
            .ToList();
        return numbers.Count >= fewest
            && numbers.TrueForAll(number => number >= 0)
            && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    [GeneratedRegex(@"line-?num|lineno|gutter|blob-num|ln-num", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesNumbers();
}
