using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Packs.Files;

/// <summary>Reads a pack file back, also one that a person ticked and edited. Linear in the file's length.</summary>
internal static partial class PackParser
{
    /// <returns>The document, or null and every error of the file at once.</returns>
    public static PackDocument? Parse(string text, out IReadOnlyList<PackFileError> errors)
    {
        var found = new List<PackFileError>();
        var lines = text.TrimStart('\uFEFF').Split('\n');
        var header = FrontMatter.Read(lines, found);
        var items = ReadItems(lines, header.EndLine, found);
        if (header.TotalItems is { } total && total != items.Count)
        {
            found.Add(
                new PackFileError(
                    header.TotalItemsLine,
                    null,
                    "pack.total-items",
                    total.ToString(CultureInfo.InvariantCulture),
                    items.Count.ToString(CultureInfo.InvariantCulture)
                )
            );
        }

        errors = [.. found.OrderBy(error => error.Line)];
        return found.Count > 0
            ? null
            : new PackDocument
            {
                Date = header.Date,
                Status = header.Status,
                Items = items,
                Compliance = default,
            };
    }

    private static List<PackEntry> ReadItems(string[] lines, int start, List<PackFileError> errors)
    {
        var items = new List<PackEntry>();
        PackEntryReader? open = null;
        var ended = false;
        for (var index = start; index < lines.Length && !ended; index++)
        {
            // Only line feeds end a line, as for whoever writes into the file; other breaks are blanks inside of one.
            var line = lines[index].TrimEnd();
            ended = line is PackFormat.StatisticsHeading or PackFormat.NextStepsHeading;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                // A broken entry keeps its place, so that the numbers of those after it are judged rightly.
                if (open is not null)
                {
                    items.Add(open.Finish());
                }

                open = ended ? null : Open(line, index + 1, items.Count + 1, errors);
            }
            else if (open is not null)
            {
                open.Read(line, index + 1);
            }
            else if (TickLine().IsMatch(line))
            {
                errors.Add(new PackFileError(index + 1, null, "pack.stray-tick"));
            }
        }

        if (open is not null)
        {
            items.Add(open.Finish());
        }

        if (!ended)
        {
            errors.Add(new PackFileError(lines.Length, null, "pack.truncated", PackFormat.StatisticsHeading));
        }

        return items;
    }

    private static PackEntryReader? Open(string line, int lineNumber, int expected, List<PackFileError> errors)
    {
        var heading = ItemHeading().Match(line);
        if (!heading.Success)
        {
            errors.Add(new PackFileError(lineNumber, null, "pack.heading", line));
            return null;
        }

        if (heading.Groups["number"].Value != expected.ToString(CultureInfo.InvariantCulture))
        {
            errors.Add(
                new PackFileError(
                    lineNumber,
                    expected,
                    "pack.number",
                    heading.Groups["number"].Value,
                    expected.ToString(CultureInfo.InvariantCulture)
                )
            );
        }

        return new PackEntryReader(
            expected,
            lineNumber,
            PlainText.Line(MarkdownText.Unescape(HiddenMarks.Without(heading.Groups["title"].Value))),
            errors
        );
    }

    [GeneratedRegex(@"^## (?<number>[0-9]{1,9})\. ?(?<title>.*)$")]
    private static partial Regex ItemHeading();

    [GeneratedRegex(@"^ {0,3}[-*+] \[.?\]")]
    internal static partial Regex TickLine();
}

/// <summary>One thing that is wrong in a pack file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Item">The candidate's number, null outside of candidates.</param>
/// <param name="Code">Key of the message in texts.json, for example <c>pack.two-ticks</c>.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record PackFileError(int Line, int? Item, string Code, params string[] Arguments);
