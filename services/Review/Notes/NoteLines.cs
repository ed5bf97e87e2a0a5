using NewsEducator.Contracts;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Notes;

/// <summary>The lines of a note, of which those of one candidate are changed at a time. A line that goes is left empty, so that numbers
/// hold.</summary>
internal sealed class NoteLines(List<string> lines)
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
            if (PackFormat.Tick().Match(lines[index].TrimEnd()) is { Success: true } box)
            {
                var mark =
                    choice is { } ticked && box.Groups["choice"].Value == PackFormat.NameOf(ticked)
                        ? box.Groups["mark"].Value is " "
                            ? "x"
                            : box.Groups["mark"].Value
                        : " ";
                lines[index] = $"{box.Groups["before"].Value}{mark}{lines[index][(box.Groups["before"].Length + 1)..]}";
            }
        }
    }

    public void SetHeading(string heading) => lines[_heading] = heading + EndOf(lines[_heading]);

    /// <summary>A field may go over several lines: it ends with the first empty one or the next field. One that is new stands behind those
    /// before it.</summary>
    public void SetField(string field, string? value)
    {
        var written = value is null ? "" : $"**{field}**：{MarkdownText.Escape(value)}";
        if (Find(field) is { } first)
        {
            var end = EndOfField(first);
            lines[first] = written.Length == 0 ? "" : written + HiddenMarks.IdBehind(lines[end - 1]) + EndOf(lines[first]);
            for (var index = first + 1; index < end; index++)
            {
                lines[index] = HiddenMarks.IsAll(lines[index].TrimEnd()) ? lines[index] : "";
            }
        }
        else if (written.Length > 0)
        {
            var before = PackFormat.TextFields.TakeWhile(each => each != field).Select(Find).OfType<int>().Max();
            var last = EndOfField(before) - 1;
            lines[last] = $"{lines[last]}{written}{EndOf(lines[before])}";
        }
    }

    public static string EndOf(string line) => line[line.TrimEnd('\r', '\n').Length..];

    private int? Find(string field)
    {
        var index = lines.FindIndex(_heading, _end - _heading, line => line.StartsWith($"**{field}**", StringComparison.Ordinal));
        return index < 0 ? null : index;
    }

    private int EndOfField(int first)
    {
        var end = first + 1;
        while (
            end < _end
            && lines[end].TrimEnd() is not ("" or "---")
            && !PackFormat.Field().IsMatch(lines[end].TrimEnd())
            && !PackParser.TickLine().IsMatch(lines[end])
        )
        {
            end++;
        }

        return end;
    }
}
