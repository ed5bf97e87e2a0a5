using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Packs.Files;

/// <summary>The head of a pack file, between two lines of three dashes. Keys that are not ours are a person's or a plugin's: any YAML, read
/// over.</summary>
internal sealed partial record FrontMatter
{
    private static readonly string[] Statuses = [PackDocument.PendingReview, PackDocument.Reviewed, PackDocument.Released];

    public DateOnly Date { get; init; }

    public string Status { get; init; } = PackDocument.PendingReview;

    public int? TotalItems { get; init; }

    public int TotalItemsLine { get; init; }

    /// <summary>Index of the first line after the front matter.</summary>
    public int EndLine { get; init; }

    public static FrontMatter Read(string[] lines, List<PackFileError> errors)
    {
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == "---") : -1;
        if (end < 0)
        {
            errors.Add(new PackFileError(1, null, "pack.front-matter"));
            return new FrontMatter();
        }

        var fields = ReadFields(lines, end, errors);
        Expect(fields, "type", PackFormat.FileType, errors);
        return new FrontMatter
        {
            Date = ReadDate(fields, errors),
            Status = ReadStatus(fields, errors),
            TotalItems = ReadTotal(fields, errors),
            TotalItemsLine = fields.GetValueOrDefault("total_items").Line,
            EndLine = end + 1,
        };
    }

    private static Dictionary<string, (string Value, int Line)> ReadFields(string[] lines, int end, List<PackFileError> errors)
    {
        var fields = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        for (var index = 1; index < end; index++)
        {
            if (
                Own().Match(lines[index]) is { Success: true } own
                && !fields.TryAdd(own.Groups["key"].Value, (own.Groups["value"].Value, index + 1))
            )
            {
                errors.Add(new PackFileError(index + 1, null, "pack.field-twice", own.Groups["key"].Value));
            }
        }

        return fields;
    }

    private static void Expect(Dictionary<string, (string Value, int Line)> fields, string key, string expected, List<PackFileError> errors)
    {
        var (value, line) = fields.GetValueOrDefault(key, ("", 1));
        if (value != expected)
        {
            errors.Add(new PackFileError(line, null, "pack.field", key, expected, value));
        }
    }

    private static DateOnly ReadDate(Dictionary<string, (string Value, int Line)> fields, List<PackFileError> errors)
    {
        var (value, line) = fields.GetValueOrDefault("date", ("", 1));
        // A notes program that takes the field for a date and time writes 2026-03-09T00:00:00.
        var day = value.Length > 10 && value[10] is 'T' or ' ' ? value[..10] : value;
        if (
            !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !InputCheck.IsPossible(date)
        )
        {
            errors.Add(new PackFileError(line, null, "pack.field", "date", "yyyy-MM-dd", value));
        }

        return date;
    }

    private static string ReadStatus(Dictionary<string, (string Value, int Line)> fields, List<PackFileError> errors)
    {
        var (value, line) = fields.GetValueOrDefault("status", ("", 1));
        if (!Statuses.Contains(value))
        {
            errors.Add(new PackFileError(line, null, "pack.field", "status", string.Join(" / ", Statuses), value));
        }

        return value;
    }

    private static int? ReadTotal(Dictionary<string, (string Value, int Line)> fields, List<PackFileError> errors)
    {
        var (value, line) = fields.GetValueOrDefault("total_items", ("", 1));
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var total))
        {
            return total;
        }

        errors.Add(new PackFileError(line, null, "pack.field", "total_items", "0, 1, 2 …", value));
        return null;
    }

    /// <summary>One of our keys at the left margin, also quoted, with a comment behind its value: <c>status: "reviewed"  #
    /// done</c>.</summary>
    [GeneratedRegex(
        """^(?<before>["']?(?<key>type|date|status|total_items)["']?\s*:\s*["']?)(?<value>[^"'#\s][^"'#]*?)?(?<after>["']?\s*(?:\s#.*)?)$"""
    )]
    public static partial Regex Own();
}
