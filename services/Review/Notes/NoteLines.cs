using System.Text.RegularExpressions;
using NewsEducator.Review.Packs;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Notes;

/// <summary>The lines of a note, of which those of one candidate are changed at a time. A line that goes is left empty, so that numbers hold.</summary>
internal sealed partial class NoteLines(List<string> lines)
{
    private int _heading;
    private int _end;

    /// <param name="heading">Number of the candidate's heading, from 1.</param>
    public void Enter(int heading)
    {
        _heading = heading - 1;
        var next = lines.FindIndex(heading, line => line.StartsWith("## ", StringComparison.Ordinal));
        _end = next < 0 ? lines.Count : next;
    }

    public void SetTicks(Choice? choice)
    {
        for (var index = _heading; index < _end; index++)
        {
            lines[index] = Box().Replace(lines[index], match => match.Groups["choice"].Value == (choice is { } ticked ? PackFormat.NameOf(ticked) : "")
                ? Marked(match, match.Groups["mark"].Value is " " ? "x" : match.Groups["mark"].Value)
                : Marked(match, " "));
        }
    }

    public void SetHeading(string heading) => lines[_heading] = heading + EndOf(lines[_heading]);

    /// <summary>The summary may go over several lines; it ends with the first empty one or the next field.</summary>
    public void SetSummary(string summary)
    {
        var first = lines.FindIndex(_heading, line => line.StartsWith($"**{PackFormat.Summary}**", StringComparison.Ordinal));
        lines[first] = summary + EndOf(lines[first]);
        for (var index = first + 1; index < _end && lines[index].TrimEnd() is not "" && !lines[index].StartsWith("**", StringComparison.Ordinal); index++)
        {
            lines[index] = "";
        }
    }

    public static string EndOf(string line) => line[line.TrimEnd('\r', '\n').Length..];

    private static string Marked(Match box, string mark) => $"{box.Groups["before"].Value}{mark}{box.Groups["after"].Value}{box.Groups["choice"].Value}";

    [GeneratedRegex(@"^(?<before> {0,3}[-*+] \[)(?<mark>[ xX])(?<after>\] )(?<choice>approve|skip|needs-verify)(?=\s*$)")]
    private static partial Regex Box();
}
