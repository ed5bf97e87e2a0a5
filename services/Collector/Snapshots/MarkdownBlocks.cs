using System.Text;

namespace NewsEducator.Collector.Snapshots;

/// <summary>Markdown as runs of prose and of fenced code, in turn.</summary>
internal sealed class MarkdownBlocks
{
    private readonly List<(bool IsCode, StringBuilder Text)> _runs = [];

    public string Prose => string.Join('\n', _runs.Where(run => !run.IsCode).Select(run => run.Text.ToString()));

    /// <summary>A comment ends at its end, however many paragraphs or fences lie in it, and nobody sees any of it.</summary>
    public static MarkdownBlocks WithoutComments(string markdown)
    {
        var (blocks, fence, inComment) = (new MarkdownBlocks(), "", false);
        var lines = markdown.Split('\n');
        var lastEnd = Array.FindLastIndex(lines, line => line.Contains("-->", StringComparison.Ordinal));
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (fence.Length > 0)
            {
                blocks.Add(line, isCode: true);
                fence = Fence(line, fence);
                continue;
            }

            var seen = Seen(line, mayEnd: at < lastEnd, ref inComment);
            fence = inComment ? "" : Fence(seen, "");
            if (seen.Length > 0 || line.Length == 0 && !inComment)
            {
                blocks.Add(seen, isCode: fence.Length > 0);
            }
        }

        return blocks;
    }

    /// <returns>The fence that is open behind the line; empty where none is.</returns>
    public static string Fence(string line, string open)
    {
        var words = line.TrimStart();
        if (words.Length < 3 || words[0] is not ('`' or '~'))
        {
            return open;
        }

        var run = words[..(words.AsSpan().IndexOfAnyExcept(words[0]) is >= 0 and var length ? length : words.Length)];
        return run.Length < 3 || (run[0] == '`' && words[run.Length..].Contains('`', StringComparison.Ordinal)) ? open
            : open.Length == 0 ? run
            : run[0] == open[0] && run.Length >= open.Length ? ""
            : open;
    }

    /// <summary>Prose and code.</summary>
    public string Text => Select(prose => prose);

    public string Select(Func<string, string> write) =>
        string.Join('\n', _runs.Select(run => run.IsCode ? run.Text.ToString() : write(run.Text.ToString())));

    private static string Seen(string line, bool mayEnd, ref bool inComment)
    {
        var seen = new StringBuilder();
        for (var at = 0; at < line.Length; )
        {
            var next = line.IndexOf(inComment ? "-->" : "<!--", at, StringComparison.Ordinal);
            if (next >= 0 && !inComment && (line.AsSpan(0, next).Count('`') % 2 == 1 || (!mayEnd && IsWords(line, next))))
            {
                seen.Append(line, at, next + 4 - at);
                at = next + 4;
                continue;
            }

            seen.Append(inComment ? "" : line[at..(next < 0 ? line.Length : next)]);
            at = next < 0 ? line.Length : next + (inComment ? 3 : 2);
            inComment ^= next >= 0;
        }

        return seen.ToString();
    }

    // Behind other words what never ends is no comment; at the beginning of a line it hides all that follows.
    private static bool IsWords(string line, int start) =>
        !string.IsNullOrWhiteSpace(line[..start]) && !line.AsSpan(start + 2).Contains("-->", StringComparison.Ordinal);

    private void Add(string line, bool isCode)
    {
        if (_runs.Count > 0 && _runs[^1].IsCode == isCode)
        {
            _runs[^1].Text.Append('\n').Append(line);
        }
        else
        {
            _runs.Add((isCode, new StringBuilder(line)));
        }
    }
}
