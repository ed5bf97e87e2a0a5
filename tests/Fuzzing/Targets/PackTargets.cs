using FsCheck;
using FsCheck.Fluent;
using NewsEducator.Contracts;
using NewsEducator.Fuzzing.Inputs;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Texts;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>Pack files: what a person, an editor or a sync tool may have done to one.</summary>
internal static class PackTargets
{
    private static readonly string[] Words =
    [
        "---\n",
        "type: news-candidate-pack\n",
        "date: 2026-03-09\n",
        "status: reviewed\n",
        "status: released\n",
        "total_items: 2\n",
        "## 1. ",
        "## 2. ",
        "## 3. 标题\n",
        "**来源**：https://github.com/a/b/issues/1\n",
        "**类型**：",
        "**摘要**：",
        "**一句话**：",
        "**类比**：",
        "**术语**：锁：互斥；",
        "**Review**：\n",
        "- [ ] approve\n",
        "- [x] approve\n",
        "- [X] approve ✅ 2026-11-29\n",
        "- [x] skip\n",
        "- [ ] skip\n",
        "- [ ] needs-verify\n",
        "- [x] needs-verify\n",
        "* [x] approve\n",
        "  - [x] approve\n",
        "[x]",
        "[ ]",
        "- [",
        "x",
        "approve",
        PackFormat.StatisticsHeading,
        PackFormat.NextStepsHeading,
        "<!--",
        "-->",
        "<!-- x -->",
        "%%",
        "%% x %%",
        "``",
        "`",
        "\\",
        "\\`",
        " ^a1b2",
        "^id\n",
        "[[x]]",
        "==",
        "$",
        "::",
        "#tag",
        "> ",
        "1. ",
        "{{",
        "<%",
    ];

    private static readonly PackDocument Written = new()
    {
        Date = new DateOnly(2026, 3, 9),
        Status = PackDocument.PendingReview,
        Items =
        [
            Entry(1, "连接池耗尽", "两个进程互相等待，`lock_timeout` 之后失败。", Choice.Approve),
            Entry(2, "Deadlock #12 [a](b) <b>", "Two *workers* take `a ``b`` c` — 4.2% of requests fail & more.", null) with
            {
                OneLiner = "一句话",
                Analogy = "像门一样",
                Terms = "锁：互斥；事务：要么全做",
            },
            Entry(3, "C# 与 F#", "末句。", Choice.NeedsVerify),
        ],
        Compliance = default,
    };

    private static readonly Grammar Files = new(
        [
            PackRenderer.Render(Written),
            PackRenderer.Render(Written with { Items = [], Status = PackDocument.Released }),
            PackRenderer
                .Render(
                    Written with
                    {
                        Items = [Written.Items[1] with { Number = 1, Choice = Choice.Skip }],
                        Status = PackDocument.Reviewed,
                    }
                )
                .ReplaceLineEndings("\r\n"),
        ],
        Words
    );

    private static readonly Grammar Lines = new(
        ["连接池 `a ``b`` c` 耗尽", "a_b *c* [d](e) <f> &amp; #g ^h %%i%% =j= $k$ {{l}} www.m.example n::o"],
        Words
    );

    /// <summary>A pack file with three candidates.</summary>
    public static string Example => Files.Documents[0];

    public static readonly FuzzTarget[] All =
    [
        new("pack", Files.Texts(), Parses),
        new("pack-round-trip", Lines.Texts(), ComesBack),
        new("note", Files.Texts(), NoteKeepsDecisions),
        new("markdown", Lines.Texts(), EscapeComesBack),
    ];

    private static PackEntry Entry(int number, string title, string summary, Choice? choice) =>
        new()
        {
            Number = number,
            Title = title,
            Url = $"https://github.com/northwind-labs/ledger/issues/{number}",
            Type = ItemTypes.Incident,
            Summary = summary,
            Choice = choice,
        };

    private static void Parses(string file)
    {
        var pack = PackParser.Parse(file, out var errors);
        Property.Holds(pack is null == errors.Count > 0, "a file is a pack or has errors");
        var lines = file.TrimStart('\uFEFF').Split('\n');
        foreach (var error in errors)
        {
            Property.Holds(error.Line >= 1 && error.Line <= lines.Length, $"an error names a line of the file: {error}");
            Property.Holds(Text.Get(error.Code, Text.Chinese, error.Arguments).Length > 0, "an error has words");
            Property.Holds(Text.Get(error.Code, Text.English, error.Arguments).Length > 0, "an error has English words");
        }

        if (pack is not null)
        {
            ShowsItsDecisions(pack, lines);
            var again = PackParser.Parse(PackRenderer.Render(pack), out var none);
            Property.Holds(again is not null, $"what was read can be written: {string.Join("; ", none)}");
            Same(pack, again!);
        }
    }

    /// <summary>Read by itself: what is ticked between a heading and the next one, word for word.</summary>
    private static void ShowsItsDecisions(PackDocument pack, string[] lines)
    {
        foreach (var (entry, next) in pack.Items.Zip(pack.Items.Skip(1).Select(each => each.Line - 1).Append(lines.Length)))
        {
            var ticked = lines[entry.Line..next]
                .TakeWhile(line => line.TrimEnd() is not (PackFormat.StatisticsHeading or PackFormat.NextStepsHeading))
                .Select(Unindented)
                .Where(line => line is ['-' or '*' or '+', ' ', '[', 'x' or 'X', ']', ' ', ..])
                .Select(line => line[6..])
                .ToList();
            Property.Holds(ticked.Count == (entry.Choice is null ? 0 : 1), $"one tick is one decision: {entry.Choice}");
            Property.Holds(
                entry.Choice is not { } choice || ticked[0].StartsWith(PackFormat.NameOf(choice), StringComparison.Ordinal),
                $"the ticked box is the decision: {entry.Choice}"
            );
        }
    }

    // As Markdown has it: up to three blanks before a list, with four it is text.
    private static string Unindented(string line) =>
        line.TrimStart(' ') is var list && line.Length - list.Length <= 3 ? list.TrimEnd() : line.TrimEnd();

    private static void ComesBack(string text)
    {
        var lines = text.Split('\n', 4).Select(line => PlainText.Line(line)).Select(line => line.Length == 0 ? "空" : line).ToList();
        // No summary is longer, see CandidateEdit.
        var entry = Entry(1, lines[0], PlainText.Line(lines[^1], CandidateEdit.LongestSummary), (Choice?)(lines[0].Length % 3));
        var pack = Written with
        {
            Items =
            [
                entry with
                {
                    OneLiner = lines.ElementAtOrDefault(1),
                    Analogy = lines.ElementAtOrDefault(2),
                },
                entry with
                {
                    Number = 2,
                    Choice = null,
                },
            ],
        };
        var read = PackParser.Parse(PackRenderer.Render(pack), out var errors);
        Property.Holds(read is not null, $"what is written can be read: {string.Join("; ", errors)}");
        Same(pack, read!);
    }

    /// <summary>What the product writes into a person's note is read back as the pack has it, and its remarks go as they came.</summary>
    private static void NoteKeepsDecisions(string file)
    {
        var plain = NoteText.WithoutRemarks(file);
        var read = PackParser.Parse(plain, out var errors);
        var remarked = NoteText.WithRemarks(plain, errors.Select(error => (error.Line, error.Code)).Append((0, "note")));
        Property.Holds(
            plain.Length == 0 || NoteText.WithoutRemarks(remarked).TrimEnd('\r', '\n') == plain.TrimEnd('\r', '\n'),
            "remarks go as they came"
        );
        if (read is null)
        {
            return;
        }

        Reads(read, NoteText.Update(plain, read, read), "an update without changes");
        var changed = read with { Items = [.. read.Items.Select(Changed)] };
        Reads(changed, NoteText.Update(plain, read, changed), "an update");
    }

    private static PackEntry Changed(PackEntry entry) =>
        entry with
        {
            Choice = entry.Choice is Choice.Approve ? Choice.Skip : Choice.Approve,
            Title = $"{entry.Title} `改过`",
            Summary = "改过的摘要，带 `code` 与 <!-- 注 -->。",
            OneLiner = entry.OneLiner is null ? "新的一句" : null,
        };

    private static void Reads(PackDocument expected, string note, string what)
    {
        var read = PackParser.Parse(note, out var errors);
        Property.Holds(read is not null, $"{what} can be read: {string.Join("; ", errors)}");
        Same(expected, read!);
    }

    private static void EscapeComesBack(string text)
    {
        var line = PlainText.Line(text);
        Property.Same(line, PlainText.Line(line), "a line is a line");
        var markdown = MarkdownText.Escape(line);
        Property.Same(line, MarkdownText.Unescape(markdown), "what is escaped comes back");
        Property.Same(markdown, HiddenMarks.Without(markdown), "nothing of what is written is somebody else's mark");
        _ = MarkdownText.Unescape(text);
        _ = MarkdownText.Escape(text);
        _ = HiddenMarks.Without(text);
        _ = MarkdownText.Address(text);
    }

    private static void Same(PackDocument expected, PackDocument actual)
    {
        Property.Same(expected.Date, actual.Date, "date");
        Property.Same(expected.Status, actual.Status, "status");
        Property.Same(expected.Items.Count, actual.Items.Count, "number of entries");
        foreach (var (one, other) in expected.Items.Zip(actual.Items))
        {
            Property.Same(Plain(one), Plain(other), "entry");
        }
    }

    private static PackEntry Plain(PackEntry entry) => entry with { Line = 0, IsWrapped = false };
}
