using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Edits;

namespace NewsEducator.Review.Packs.Files;

/// <summary>Reads the lines of one candidate.</summary>
internal sealed partial class PackEntryReader(int number, int headingLine, string title, List<PackFileError> errors)
{
    private readonly Dictionary<string, (string Value, int Line)> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<Choice, (bool Ticked, int Line)> _boxes = [];
    private string? _lastField;
    private int? _reviewLine;
    private bool _isWrapped;

    public void Read(string line, int lineNumber)
    {
        if (HiddenMarks.IsId(line))
        {
            return;
        }

        if (line.Length == 0 || line == "---")
        {
            _lastField = null;
        }
        else if (PackParser.TickLine().IsMatch(line))
        {
            ReadTick(line, lineNumber);
        }
        else if (PackFormat.Field().Match(line) is { Success: true } field)
        {
            ReadField(field.Groups["key"].Value, field.Groups["value"].Value.Trim(), lineNumber);
        }
        else if (_lastField is not null && PackFormat.TextFields.Contains(_lastField) && _reviewLine is null)
        {
            var (value, first) = _fields[_lastField];
            _fields[_lastField] = (WrappedText.Join(value, line.Trim()), first);
            _isWrapped = true;
        }
        else
        {
            Add(lineNumber, "pack.unknown-line", line);
        }
    }

    public PackEntry Finish()
    {
        if (title.Length == 0)
        {
            Add(headingLine, "pack.missing", "title");
        }

        if (_reviewLine is null)
        {
            Add(headingLine, "pack.missing", "**Review**：");
        }

        return new PackEntry
        {
            Number = number,
            Title = title,
            Url = Url(),
            Type = Type(),
            Summary = Summary(),
            OneLiner = Optional(PackFormat.OneLiner),
            Analogy = Optional(PackFormat.Analogy),
            Terms = Terms(),
            Choice = Decide(),
            Line = headingLine,
            IsWrapped = _isWrapped,
        };
    }

    private void ReadField(string key, string value, int lineNumber)
    {
        if (key == "Review")
        {
            // "**Review**：不要发布" over a ticked box: nobody but its author knows which of them counts.
            if (HiddenMarks.Without(value).Length > 0)
            {
                Add(lineNumber, "pack.unknown-line", $"**Review**：{value}");
            }

            _reviewLine = lineNumber;
            _lastField = null;
            return;
        }

        _lastField = key;
        if (!_fields.TryAdd(key, (value, lineNumber)))
        {
            Add(lineNumber, "pack.field-twice", key);
        }
    }

    private void ReadTick(string line, int lineNumber)
    {
        var tick = PackFormat.Tick().Match(line);
        if (_reviewLine is null)
        {
            Add(lineNumber, "pack.stray-tick");
        }
        else if (!tick.Success)
        {
            Add(lineNumber, "pack.tick", line);
        }
        else
        {
            var choice = PackFormat.Choices.First(each => PackFormat.NameOf(each) == tick.Groups["choice"].Value);
            if (!_boxes.TryAdd(choice, (tick.Groups["mark"].Value != " ", lineNumber)))
            {
                Add(lineNumber, "pack.field-twice", PackFormat.NameOf(choice));
            }
        }
    }

    private Choice? Decide()
    {
        if (_reviewLine is not null)
        {
            foreach (var missing in PackFormat.Choices.Where(choice => !_boxes.ContainsKey(choice)))
            {
                Add(_reviewLine.Value, "pack.missing", $"- [ ] {PackFormat.NameOf(missing)}");
            }
        }

        var ticked = _boxes.Where(box => box.Value.Ticked).OrderBy(box => box.Value.Line).ToList();
        foreach (var surplus in ticked.Skip(1))
        {
            Add(surplus.Value.Line, "pack.two-ticks", PackFormat.NameOf(ticked[0].Key), PackFormat.NameOf(surplus.Key));
        }

        return ticked is [var only] ? only.Key : null;
    }

    private string Url()
    {
        var (value, line) = Required(PackFormat.Source);
        if (value.Length > 0 && !(PackUrl().IsMatch(value) && Uri.TryCreate(value, UriKind.Absolute, out _)))
        {
            Add(line, "pack.url", value);
        }

        return value;
    }

    private string Summary()
    {
        var (value, line) = Required(PackFormat.Summary);
        var summary = Words(value);
        if (summary.Length > CandidateEdit.LongestSummary)
        {
            Add(line, "pack.too-long", PackFormat.Summary, Text(summary.Length), Text(CandidateEdit.LongestSummary));
        }

        return summary;
    }

    private string Type()
    {
        var (value, line) = Required(PackFormat.Type);
        if (value.Length > 0 && !ItemTypes.IsLabel(value))
        {
            Add(line, "pack.type", value, string.Join(" / ", ItemTypes.Labels));
        }

        return value;
    }

    private string? Terms()
    {
        var line = Optional(PackFormat.Terms);
        if (TermLine.Read(line) is null)
        {
            Add(_fields[PackFormat.Terms].Line, "pack.terms", line!);
        }

        return line;
    }

    private string? Optional(string key) =>
        _fields.TryGetValue(key, out var field) && Words(field.Value) is { Length: > 0 } words ? words : null;

    private static string Words(string value) => PlainText.Line(MarkdownText.Unescape(HiddenMarks.Without(value)));

    private (string Value, int Line) Required(string key)
    {
        if (_fields.TryGetValue(key, out var field) && field.Value.Length > 0)
        {
            return field;
        }

        Add(field.Line == 0 ? headingLine : field.Line, "pack.missing", key);
        return ("", headingLine);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Add(int line, string code, params string[] arguments) => errors.Add(new PackFileError(line, number, code, arguments));

    [GeneratedRegex(@"^https?://[^\s<>""`]+$")]
    private static partial Regex PackUrl();
}
